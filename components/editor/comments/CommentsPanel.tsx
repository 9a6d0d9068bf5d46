'use client';

import { CheckCheck, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { commentTargetKey } from '@/lib/comments/commentTarget';
import { useArrangedMap, useEditor, useJourneyMap } from '../session/EditorContext';
import { CommentComposer } from './CommentComposer';
import { commentFilters } from './commentsStore';
import { targetRecords } from './commentTargets';
import { followSeen, type SeenMarks } from './seenBefore';
import { ThreadSections } from './ThreadSections';
import { targetOf } from './targetReference';
import { countAllUnread, listThreadsFor } from './threadLists';
import { useCommentActions } from './useCommentActions';

/**
 * The comments beside the map: nothing of it is covered, on a narrow screen neither, where the map gets the upper part. Only shown while it is
 * open.
 */
export function CommentsPanel() {
  const t = useTranslations('comments.panel');
  const { comments, me, selection, navigation } = useEditor();
  const map = useJourneyMap();
  const arranged = useArrangedMap();
  const actions = useCommentActions();
  const threads = useStore(comments, (state) => state.threads);
  const filter = useStore(comments, (state) => state.filter);
  const mayWrite = useStore(comments, (state) => state.mayWrite);
  const selected = useStore(selection, (state) => state.selected);
  const heading = useRef<HTMLHeadingElement>(null);
  const focusHeading = useCallback(() => heading.current?.focus(), []);
  const seenBefore = useSeenBefore();
  const { setFilter, setOpen } = comments.getState();

  const lists = useMemo(() => {
    const records = targetRecords(map);
    const hereKeys = new Set(selected.map((reference) => commentTargetKey(targetOf(arranged, reference))));
    const isDeleted = (key: string) => key !== 'map' && (records.get(key)?.isDeleted ?? true);
    return listThreadsFor(threads.values(), { filter, actorId: me.id, hereKeys, isDeleted });
  }, [threads, filter, me.id, selected, map, arranged]);
  const unread = useMemo(() => countAllUnread(threads.values(), me.id), [threads, me.id]);

  return (
    <aside
      aria-label={t('title')}
      className="relative z-10 flex h-[52%] shrink-0 flex-col border-line border-t bg-surface lg:h-auto lg:w-84 lg:border-t-0 lg:border-l"
      onKeyDown={(event) => {
        // Shortcuts of the map must not act on what is selected while somebody types here.
        if (event.key !== 'Escape') event.stopPropagation();
        else if (!event.defaultPrevented) navigation.focus();
      }}
    >
      <header className="flex shrink-0 items-center gap-1 border-line border-b py-2 pr-2 pl-4">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate font-bold text-base outline-none">
          {t('title')}
        </h2>
        {unread > 0 ? (
          <IconButton
            label={t('markAllRead')}
            icon={<CheckCheck size={18} />}
            onClick={() => {
              void actions.seeAll();
              focusHeading();
            }}
          />
        ) : null}
        <IconButton label={t('close')} icon={<X size={18} />} onClick={() => setOpen(false)} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">
        {mayWrite ? (
          <CommentComposer />
        ) : (
          <p className="border-line border-b bg-surface-sunken px-4 py-2 text-ink-soft text-sm">{t('readOnly')}</p>
        )}
        <div className="px-4 pt-3">
          <SegmentedControl
            label={t('filter')}
            size="sm"
            className="w-full"
            value={filter}
            options={commentFilters.map((value) => ({ value, label: t(`filters.${value}`) }))}
            onChange={setFilter}
          />
        </div>
        <ThreadSections lists={lists} seenBefore={seenBefore} onLeave={focusHeading} />
      </div>
    </aside>
  );
}

/** How far each conversation had been read when the panel was opened, or a while ago; for one that came later, nothing of it. */
function useSeenBefore(): (threadId: string) => number {
  const { comments } = useEditor();
  const isReady = useStore(comments, (state) => state.status === 'ready');
  const [before, setBefore] = useState<SeenMarks | null>(null);
  useEffect(() => {
    if (!isReady) return;
    return followSeen(() => new Map([...comments.getState().threads].map(([id, { seen }]) => [id, seen])), setBefore);
  }, [isReady, comments]);
  return (threadId) => before?.get(threadId) ?? (before ? 0 : Number.POSITIVE_INFINITY);
}
