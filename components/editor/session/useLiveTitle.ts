'use client';

import { useSyncExternalStore } from 'react';
import { useEditor } from './EditorContext';

/** What the live map is called, whatever is shown in its place: a comparison has the titles of two states in one. */
export function useLiveTitle(): string {
  const { map } = useEditor().session;
  const read = (): string => map.live().meta.title;
  return useSyncExternalStore(map.subscribe, read, read);
}
