'use client';

import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { firstLockAt, type LockReason, type WritePlace } from '@/lib/workshop/lockAt';
import { EditorProvider, useEditor } from '../../session/EditorContext';
import { participantLocks } from './participantLocks';

/** What keeps whoever has this page open from writing at some places; null: nothing. */
export function useLockAt(places: readonly WritePlace[]): LockReason | null {
  const locks = useStore(useEditor().workshop, participantLocks);
  return locks && firstLockAt(locks, places);
}

/** A part of the page that is about some places of the map: where they are locked, everything in it is as for somebody who may only read. */
export function LockScope({ places, children }: { places: readonly WritePlace[]; children: ReactNode }) {
  const editor = useEditor();
  const isLocked = useLockAt(places) !== null;
  const scoped = useMemo(() => (isLocked ? { ...editor, canWrite: false } : editor), [editor, isLocked]);
  return <EditorProvider value={scoped}>{children}</EditorProvider>;
}
