'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { VotesAnswer } from '@/lib/workshop/voting/votesAnswer';
import { useEditor } from '../../session/EditorContext';

/** Tells screen readers, when they have nothing else to say, that a vote was opened, or what came of it. */
export function VoteAnnouncer() {
  const t = useTranslations('workshop.voting');
  const { voting } = useEditor();
  const votes = useStore(voting, (state) => state.votes);
  const before = useRef<VotesAnswer>(votes);
  const [sentence, setSentence] = useState('');
  const say = useRef(t);
  say.current = t;
  useEffect(() => {
    const was = before.current.open?.id;
    before.current = votes;
    const { open, closed } = votes;
    if (open && open.id !== was) {
      setSentence(say.current('openedNews', { title: open.title || say.current('untitled'), votes: open.votesPerPerson }));
    }
    const result = closed.find(({ id }) => id === was);
    if (!result) return;
    const [first] = result.ranking;
    setSentence(
      say.current('closedNews', {
        count: result.ranking.length,
        first: first?.subject || say.current('ranking.wordless'),
        votes: first?.votes ?? 0,
      }),
    );
  }, [votes]);
  return (
    <p role="status" className="sr-only" data-vote-news>
      {sentence}
    </p>
  );
}
