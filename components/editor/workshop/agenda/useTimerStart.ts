'use client';

import { useSyncExternalStore } from 'react';
import { createWritable } from '../../session/readable';

const storageKey = 'wegmarke-agenda-timer';

function readChoice(): boolean {
  try {
    return window.localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

// One choice for all pages of a browser; on the server nobody leads.
const choice = createWritable<boolean | null>(null);
const get = () => choice.get() ?? readChoice();

function setChoice(isOn: boolean): void {
  choice.set(isOn);
  try {
    window.localStorage.setItem(storageKey, isOn ? 'on' : 'off');
  } catch {
    // A browser that stores nothing forgets the choice with the page.
  }
}

/** Whether this leader wants the timer to start with each item of the agenda; remembered by the browser. */
export function useTimerStart(): [boolean, (isOn: boolean) => void] {
  return [useSyncExternalStore(choice.subscribe, get, () => true), setChoice];
}
