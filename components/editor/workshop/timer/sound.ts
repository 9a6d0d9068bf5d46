import { createWritable, type Readable } from '../../session/readable';
import { ringBell } from './bell';

/** `locked`: the browser lets no page sound before somebody has pressed something in it. `muted`: this person wants none. */
export type SoundState = 'ready' | 'locked' | 'muted';

/** The sound of the timer in this page. */
export type Sound = {
  state: Readable<SoundState>;
  /** Whether this person wants to hear it; remembered by the browser. Asked for by a press, so that it unlocks it, too. */
  setWanted(isWanted: boolean): void;
  /** Rings, if it can be heard here. Returns whether it can. */
  ring(): boolean;
  /** Unlocks it with the first press or key on the page, until the returned function is called. */
  listen(): () => void;
};

const storageKey = 'wegmarke-timer-sound';

function readWanted(): boolean {
  try {
    return window.localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

function keepWanted(isWanted: boolean): void {
  try {
    window.localStorage.setItem(storageKey, isWanted ? 'on' : 'off');
  } catch {
    // A browser that stores nothing forgets the choice with the page.
  }
}

/** One sound for a page. Nothing is opened before it is listened to. */
export function createSound(): Sound {
  let audio: AudioContext | null = null;
  let isWanted = readWanted();
  const state = createWritable<SoundState>('locked');
  const tell = () => state.set(!isWanted ? 'muted' : audio?.state === 'running' ? 'ready' : 'locked');
  const unlock = () => {
    // Very old browsers have none, and stay silent.
    if (typeof AudioContext === 'undefined') return;
    audio ??= new AudioContext();
    audio.onstatechange = tell;
    // A browser that does not let it sound yet leaves this open; the next press asks again.
    if (audio.state !== 'running') void audio.resume().catch(() => undefined);
    tell();
  };
  tell();
  return {
    state,
    setWanted(next) {
      isWanted = next;
      keepWanted(next);
      unlock();
    },
    ring() {
      tell();
      if (!audio || state.get() !== 'ready') return false;
      ringBell(audio);
      return true;
    },
    listen() {
      const onGesture = () => {
        if (audio?.state !== 'running') unlock();
      };
      const onStorage = (event: StorageEvent) => {
        if (event.key !== storageKey) return;
        isWanted = readWanted();
        tell();
      };
      // The page may have been pressed before there was a workshop.
      if (navigator.userActivation?.hasBeenActive) unlock();
      const gestures = ['pointerup', 'touchend', 'keydown'] as const;
      for (const gesture of gestures) document.addEventListener(gesture, onGesture, { capture: true });
      window.addEventListener('storage', onStorage);
      return () => {
        for (const gesture of gestures) document.removeEventListener(gesture, onGesture, { capture: true });
        window.removeEventListener('storage', onStorage);
        void audio?.close().catch(() => undefined);
        audio = null;
        tell();
      };
    },
  };
}
