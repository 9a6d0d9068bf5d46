'use client';

import { useSyncExternalStore } from 'react';
import { useEditor } from './EditorContext';

/** Whether the server has closed this map to whoever opened it. Unlike `useSaveState` it renders again only when that changes. */
export function useAccessLost(): boolean {
  const { saveState } = useEditor().session;
  const lost = () => saveState.get().kind === 'noAccess';
  return useSyncExternalStore(saveState.subscribe, lost, lost);
}
