'use client';

import { CheckCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { watchEvents } from '@/components/live/watchEvents';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { type InboxItem, inboxPageSchema } from '@/lib/comments/threadAnswer';
import { type WantedSignature, wantedListSchema } from '@/lib/signOffs/signOffAnswer';
import { anyAnswer, requestJson } from '../request';
import { useWork } from '../useWork';
import { InboxLine } from './InboxLine';
import { WantedSignatures } from './WantedSignatures';

type InboxPage = { items: InboxItem[]; nextCursor: string | null };
type Props = { first: InboxPage; wanted: readonly WantedSignature[]; workspaceId: string | null };

const read = (cursor: string | null): Promise<InboxPage> =>
  requestJson('GET', `/api/inbox${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`, inboxPageSchema);

/** What others said to this person, newest first; what comes meanwhile appears at the top. */
export function InboxList({ first, wanted: wantedFirst, workspaceId }: Props) {
  const t = useTranslations('comments.inbox');
  const { busyId, run } = useWork();
  const [items, setItems] = useState(first.items);
  const [wanted, setWanted] = useState(wantedFirst);
  const [cursor, setCursor] = useState(first.nextCursor);
  const heading = useRef<HTMLHeadingElement>(null);
  const isUnread = items.some((item) => item.isUnread);

  useEffect(() => {
    if (workspaceId === null) return;
    let isOver = false;
    const refreshWanted = async (): Promise<void> => {
      const found = await requestJson('GET', '/api/inbox/signatures', wantedListSchema).catch(() => null);
      if (found && !isOver) setWanted(found.items);
    };
    const refresh = async (): Promise<void> => {
      void refreshWanted();
      const newest = await read(null).catch(() => null);
      if (!newest || isOver) return;
      // Older ones that were asked for stay below.
      setItems((shown) => {
        const known = new Set(newest.items.map(({ commentId }) => commentId));
        const oldest = newest.items.at(-1)?.createdAt ?? '';
        return [...newest.items, ...shown.filter(({ commentId, createdAt }) => !known.has(commentId) && createdAt < oldest)];
      });
    };
    const stop = watchEvents(`workspace=${encodeURIComponent(workspaceId)}`, {
      onEvent(kind) {
        if (kind === 'inbox.changed') void refresh();
      },
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [workspaceId]);

  const older = () =>
    run('older', async () => {
      const page = await read(cursor);
      setItems((shown) => [...shown, ...page.items]);
      setCursor(page.nextCursor);
    });
  const seeAll = () =>
    run('all', async () => {
      await requestJson('POST', '/api/inbox', anyAnswer);
      setItems((shown) => shown.map((item) => ({ ...item, isUnread: false })));
      heading.current?.focus();
    });

  return (
    <>
      <div className="mb-6 flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h1 ref={heading} tabIndex={-1} className="font-bold text-2xl tracking-tight outline-none">
            {t('title')}
          </h1>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        {isUnread ? (
          <Button icon={<CheckCheck size={16} aria-hidden="true" />} busy={busyId === 'all'} onClick={seeAll}>
            {t('markAllRead')}
          </Button>
        ) : null}
      </div>
      <WantedSignatures items={wanted} />
      {items.length === 0 && wanted.length === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : null}
      {items.length > 0 ? (
        <ul className="divide-y divide-line border-line border-y">
          {items.map((item) => (
            <InboxLine key={item.commentId} item={item} />
          ))}
        </ul>
      ) : null}
      {cursor === null ? null : (
        <Button className="mt-4" busy={busyId === 'older'} onClick={older}>
          {t('older')}
        </Button>
      )}
    </>
  );
}
