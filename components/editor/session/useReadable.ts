'use client';

import { useSyncExternalStore } from 'react';
import type { Readable } from './readable';

/** A readable value; renders again when it changes. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get, readable.get);
}
