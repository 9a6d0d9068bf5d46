'use client';

import { useEditor } from '../../session/EditorContext';
import { useWorkshopWork } from '../useWorkshopWork';
import { useShowCards } from './useShowCards';

/** Shows everybody the cards of a silent round, and leads whoever asked for it to those of the others. */
export function useReveal(): { busy: boolean; reveal: (roundId: string) => Promise<void> } {
  const { silent } = useEditor().session;
  const { busyType, act } = useWorkshopWork();
  const show = useShowCards();
  const reveal = async (roundId: string): Promise<void> => {
    const before = silent.getState().reveals;
    if (!(await act({ type: 'silent.reveal', roundId }))) return;
    const { reveals, revealed } = silent.getState();
    if (reveals === before || revealed.size === 0) return;
    // They have a place on the map only after they are drawn there.
    requestAnimationFrame(() => requestAnimationFrame(() => show([...revealed])));
  };
  return { busy: busyType !== null, reveal };
}
