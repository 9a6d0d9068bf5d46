import { useEffect } from 'react';

/** Keeps the screen from going dark while something is shown, where the browser can: whoever talks about a slide touches nothing. */
export function useScreenAwake(): void {
  useEffect(() => {
    let over = false;
    let lock: WakeLockSentinel | undefined;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      // Without power, or in a frame that may not, there is none.
      const given = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (over) await given?.release();
      else lock = given;
    };
    void ask();
    // Browsers take it away from pages that are not seen.
    document.addEventListener('visibilitychange', ask);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
