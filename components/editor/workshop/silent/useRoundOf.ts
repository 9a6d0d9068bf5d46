'use client';

import { useStore } from 'zustand';
import { useEditor } from '../../session/EditorContext';

/** What a silent round means for a card: whether only this browser is shown it so far, and whether it has just come to light. */
export function useRoundOf(cardId: string): { mine: boolean; revealed: boolean } {
  const { silent } = useEditor().session;
  const mine = useStore(silent, (state) => state.mine.has(cardId));
  const revealed = useStore(silent, (state) => state.revealed.has(cardId));
  return { mine, revealed };
}
