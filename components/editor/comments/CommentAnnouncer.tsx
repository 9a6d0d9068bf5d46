'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { ThreadAnswer } from '@/lib/comments/threadAnswer';
import { useEditor } from '../session/EditorContext';
import { toDraft } from './commentDraft';
import { useTargetNames } from './commentTargets';

/** A comment is read out only so far. */
const longest = 200;

/** Tells screen readers, when they have nothing else to say, what somebody has just written. */
export function CommentAnnouncer() {
  const t = useTranslations('comments');
  const { comments, me } = useEditor();
  const threads = useStore(comments, (state) => state.threads);
  const isReady = useStore(comments, (state) => state.status === 'ready');
  const nameOf = useTargetNames();
  const before = useRef<ReadonlyMap<string, ThreadAnswer> | null>(null);
  const [sentence, setSentence] = useState('');
  const latest = useRef({ t, nameOf });
  latest.current = { t, nameOf };
  useEffect(() => {
    if (!isReady) return;
    const known = before.current;
    before.current = threads;
    if (!known || known === threads) return;
    for (const [id, thread] of threads) {
      const last = thread.comments.at(-1);
      const isNew = last && last.number > (known.get(id)?.comments.at(-1)?.number ?? 0);
      if (!isNew || last.author.id === me.id || last.deletedAt !== null) continue;
      const { t: say, nameOf: name } = latest.current;
      const words = toDraft(last.text, say('mention.former')).text;
      setSentence(
        say('announce.new', {
          name: last.author.name ?? say('comment.former'),
          target: name(thread.target, thread.subject).full,
          text: words.length > longest ? `${words.slice(0, longest)} …` : words,
        }),
      );
    }
  }, [threads, isReady, me.id]);
  return (
    <p role="status" className="sr-only" data-comment-news>
      {sentence}
    </p>
  );
}
