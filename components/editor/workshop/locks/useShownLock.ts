'use client';

import { useStore } from 'zustand';
import { useEditor } from '../../session/EditorContext';
import { shownLocks } from './participantLocks';

/** Whether a lane or a stage is locked for participants: told to everybody, leaders too. */
export function useShownLock(type: 'lane' | 'stage', id: string): boolean {
  return useStore(useEditor().workshop, (state) => {
    const locks = shownLocks(state);
    if (!locks) return false;
    if (locks.map) return true;
    if (type === 'stage') return locks.stages.includes(id) || locks.onlyLanes !== null;
    return locks.lanes.includes(id) || (locks.onlyLanes !== null && !locks.onlyLanes.includes(id));
  });
}

/** Whether all that stands in the column of a stage is locked for participants by its own lock; where the whole map is, every lane shows that already. */
export function useLockedColumn(stageId: string): boolean {
  return useStore(useEditor().workshop, (state) => {
    const locks = shownLocks(state);
    return locks !== null && !locks.map && locks.stages.includes(stageId);
  });
}
