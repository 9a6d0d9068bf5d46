'use client';

import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { TextReference } from '@/lib/document/textReference';
import { firstLockAt } from '@/lib/workshop/lockAt';
import { placesOfRecord } from '@/lib/workshop/touchedPlaces';
import { useEditor } from '../../session/EditorContext';
import { participantLocks } from './participantLocks';

const collectionOf = {
  card: 'cards',
  lane: 'lanes',
  moment: 'moments',
  reason: 'reasons',
  stage: 'stages',
  step: 'steps',
  transition: 'transitions',
} as const;

/** Whether a shared text is locked for whoever has this page open. Renders again only when that changes. */
export function useTextLock(reference: TextReference): boolean {
  const { workshop, session } = useEditor();
  const locks = useStore(workshop, participantLocks);
  const isLocked = (): boolean => {
    if (!locks) return false;
    if (reference.type === 'meta' || reference.type === 'persona') return firstLockAt(locks, [{ kind: 'map' }]) !== null;
    const { map } = session.map.getSnapshot();
    return firstLockAt(locks, placesOfRecord(map, { collection: collectionOf[reference.type], key: reference.id })) !== null;
  };
  return useSyncExternalStore(session.map.subscribe, isLocked, isLocked);
}
