import { useCallback, useEffect, useRef, useState } from 'react';

const exit = (): Promise<void> =>
  document.fullscreenElement ? document.exitFullscreen().catch(() => undefined) : Promise.resolve();

/**
 * The whole screen for as long as something is shown, where the browser and the person allow it; without it, the window does. Whoever leaves it
 * by the browser's own Escape wants to leave what is shown, too.
 */
export function useFullScreen(onLeft: () => void) {
  const [full, setFull] = useState(false);
  const shown = useRef(false);
  const toWindow = useRef(false);
  const left = useRef(onLeft);
  left.current = onLeft;

  const enter = useCallback(async (): Promise<void> => {
    await document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined);
    // Closed before the browser was done.
    if (!shown.current) await exit();
  }, []);
  const leave = useCallback(async (): Promise<void> => {
    // Until the browser tells of it: some say so after the promise is kept.
    toWindow.current = true;
    await exit();
    if (document.fullscreenElement) toWindow.current = false;
  }, []);

  useEffect(() => {
    const onChange = (): void => {
      const isFull = document.fullscreenElement !== null;
      setFull(isFull);
      if (!isFull && !toWindow.current) left.current();
      toWindow.current = false;
    };
    document.addEventListener('fullscreenchange', onChange);
    shown.current = true;
    void enter();
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      shown.current = false;
      void exit();
    };
  }, [enter]);
  const canBe = typeof document !== 'undefined' && document.fullscreenEnabled;
  return { full, canBe, toggle: () => void (full ? leave() : enter()) };
}
