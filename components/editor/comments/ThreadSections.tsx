'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import type { ThreadAnswer } from '@/lib/comments/threadAnswer';
import { useEditor } from '../session/EditorContext';
import { commentRequests } from './commentRequests';
import { useTargetNames } from './commentTargets';
import { ThreadView } from './ThreadView';
import type { ThreadLists } from './threadLists';

type Props = { lists: ThreadLists; seenBefore: (threadId: string) => number; onLeave: () => void };

/** The conversations of the panel by where they belong; what to do where there are none. */
export function ThreadSections({ lists, seenBefore, onLeave }: Props) {
  const t = useTranslations('comments.panel');
  const { comments, session } = useEditor();
  const status = useStore(comments, (state) => state.status);
  const filter = useStore(comments, (state) => state.filter);
  const mayWrite = useStore(comments, (state) => state.mayWrite);
  const { here, elsewhere, deleted } = lists;
  if (status === 'loading') return <p className="px-4 py-6 text-ink-soft text-sm">{t('loading')}</p>;
  if (status === 'failed') {
    const retry = () => {
      const { changes, setThreads, fail } = comments.getState();
      return commentRequests(session.mapId)
        .list()
        .then((threads) => setThreads(threads, changes), fail);
    };
    return (
      <div role="alert" className="px-4 py-6 text-sm">
        <p className="mb-2">{t('failed')}</p>
        <Button size="sm" onClick={() => void retry()}>
          {t('retry')}
        </Button>
      </div>
    );
  }
  if (here.length + elsewhere.length + deleted.length === 0) {
    const key = filter === 'open' && !mayWrite ? 'openReadOnly' : filter;
    return <p className="text-pretty px-4 py-6 text-ink-soft text-sm">{t(`empty.${key}`)}</p>;
  }
  const list = (threads: readonly ThreadAnswer[]) => <ThreadList threads={threads} seenBefore={seenBefore} onLeave={onLeave} />;
  return (
    <div className="space-y-5 px-4 pt-3 pb-6">
      {here.length > 0 ? <Part title={t('here')}>{list(here)}</Part> : null}
      {elsewhere.length > 0 ? <Part title={here.length > 0 ? t('elsewhere') : null}>{list(elsewhere)}</Part> : null}
      {deleted.length > 0 ? (
        <Part title={t('deleted')} hint={t('deletedHint')}>
          {list(deleted)}
        </Part>
      ) : null}
    </div>
  );
}

function Part({ title, hint, children }: { title: string | null; hint?: string; children: ReactNode }) {
  return (
    <section>
      {title === null ? null : <h3 className="mb-1.5 font-semibold text-ink-soft text-xs">{title}</h3>}
      {hint === undefined ? null : <p className="mb-2 text-ink-faint text-xs">{hint}</p>}
      {children}
    </section>
  );
}

/** So many conversations are shown at once, and so many more when asked. */
const portion = 50;

function ThreadList({ threads, seenBefore, onLeave }: Omit<Props, 'lists'> & { threads: readonly ThreadAnswer[] }) {
  const t = useTranslations('comments.panel');
  const { comments } = useEditor();
  const nameOf = useTargetNames();
  const currentId = useStore(comments, (state) => state.currentId);
  const [limit, setLimit] = useState(portion);
  // What was asked for is there, however far down.
  const shown = threads.slice(0, Math.max(limit, threads.findIndex(({ id }) => id === currentId) + 1));
  return (
    <>
      <ul className="space-y-2">
        {shown.map((thread) => (
          <li key={thread.id}>
            <ThreadView
              thread={thread}
              name={nameOf(thread.target, thread.subject)}
              seenBefore={seenBefore(thread.id)}
              onLeave={onLeave}
            />
          </li>
        ))}
      </ul>
      {shown.length < threads.length ? (
        <Button size="sm" className="mt-2" onClick={() => setLimit(shown.length + portion)}>
          {t('more', { count: threads.length - shown.length })}
        </Button>
      ) : null}
    </>
  );
}
