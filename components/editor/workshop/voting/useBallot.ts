'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useToast } from '@/components/ui/Toast';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { arrangeOnce, useEditor } from '../../session/EditorContext';
import { type Ballot, steadyBallotOf } from './ballotOf';

const nothing = () => () => undefined;

/**
 * One's own part in the open vote; null when none is open, or for whoever only looks. Renders again when one's dots or the cards that can be
 * voted for change, and with nothing else that happens to the map.
 */
export function useBallot(): Ballot | null {
  const { voting, session } = useEditor();
  const votes = useStore(voting, (state) => state.votes);
  const { map } = session;
  const read = useCallback(() => (votes.open ? steadyBallotOf(votes, arrangeOnce(map.getSnapshot().map)) : null), [votes, map]);
  return useSyncExternalStore(votes.open ? map.subscribe : nothing, read, read);
}

/** Gives a card so many of one's dots; what goes wrong is said in a message. */
export function useGive(): (roundId: string, cardId: string, count: number) => void {
  const { voting } = useEditor();
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  return (roundId, cardId, count) => {
    voting
      .getState()
      .give(roundId, cardId, count)
      .catch((error) => toast({ title: sentenceOf(error), tone: 'danger' }));
  };
}
