'use client';

import { Check, CornerDownRight, MapPin, RotateCcw } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import type { ThreadAnswer } from '@/lib/comments/threadAnswer';
import { useEditor } from '../session/EditorContext';
import { CommentView } from './CommentView';
import type { TargetName } from './commentTargets';
import { ReplyField } from './ReplyField';
import { referenceOf } from './targetReference';
import { countUnread } from './threadLists';
import { useCommentActions } from './useCommentActions';
import { useSeenMarks } from './useSeenMarks';

type Props = {
  thread: ThreadAnswer;
  name: TargetName;
  /** Up to which comment it had been read when the panel was opened: what came after it is shown as new. */
  seenBefore: number;
  /** Called when it leaves the list by what is done here, so that the focus goes to a place that stays. */
  onLeave: () => void;
};

/** More comments than this are folded in the middle. */
const mostShown = 6;

const sameProps = (a: Props, b: Props): boolean =>
  a.thread === b.thread &&
  a.name.full === b.name.full &&
  a.name.isDeleted === b.name.isDeleted &&
  a.seenBefore === b.seenBefore &&
  a.onLeave === b.onLeave;

/** A conversation in the panel: what it is about, what was said, and the ways to go on. What is edited elsewhere on the map renders none of it. */
export const ThreadView = memo(function ThreadView({ thread, name, seenBefore, onLeave }: Props) {
  const t = useTranslations('comments');
  const { comments, me, selection, navigation } = useEditor();
  const actions = useCommentActions();
  const mayWrite = useStore(comments, (state) => state.mayWrite);
  const isCurrent = useStore(comments, (state) => state.currentId === thread.id);
  const shown = useStore(comments, (state) => (state.currentId === thread.id ? state.shown : 0));
  const place = `reply:${thread.id}`;
  const hasDraft = useStore(comments, (state) => state.drafts.has(place));
  const [isReplying, setReplying] = useState(false);
  const [isUnfolded, setUnfolded] = useState(false);
  const element = useRef<HTMLElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const reply = useRef<HTMLButtonElement>(null);
  const said = thread.comments;
  useSeenMarks(end, thread.id, said.at(-1)?.number ?? 0, countUnread(thread, me.id));

  useEffect(() => {
    if (shown > 0) element.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  const isResolved = thread.resolvedAt !== null;
  const folded = !isUnfolded && said.length > mostShown ? said.length - mostShown : 0;
  const reference = referenceOf(thread.target);
  const goTo = () => {
    comments.setState({ currentId: thread.id });
    if (!reference || name.isDeleted) return;
    selection.getState().select(reference);
    navigation.goTo(reference);
  };
  const isNew = (comment: (typeof said)[number]) =>
    comment.number > seenBefore && comment.author.id !== me.id && comment.deletedAt === null;
  return (
    <article
      ref={element}
      tabIndex={-1}
      aria-label={t('thread.label', { target: name.full })}
      data-thread={thread.id}
      data-current={isCurrent || undefined}
      className="scroll-m-2 rounded-lg border border-line bg-surface-raised p-3 outline-offset-0 data-current:border-accent"
    >
      <header className="flex items-center gap-1">
        {reference && !name.isDeleted ? (
          <button
            type="button"
            aria-label={t('target.goTo', { target: name.full })}
            title={t('target.goTo', { target: name.full })}
            onClick={goTo}
            className="-ml-1.5 flex min-h-7 min-w-0 flex-1 items-center gap-1.5 rounded-md px-1.5 text-left text-ink-soft text-sm hover:bg-hover pointer-coarse:min-h-11"
          >
            <MapPin size={14} aria-hidden="true" className="shrink-0" />
            <TargetLine name={name} />
          </button>
        ) : (
          <p className="flex min-h-7 min-w-0 flex-1 items-center gap-1.5 text-ink-soft text-sm">
            <TargetLine name={name} />
            {name.isDeleted ? <Badge>{t('target.deletedTag')}</Badge> : null}
          </p>
        )}
        {mayWrite ? (
          <IconButton
            size="sm"
            label={t(isResolved ? 'thread.reopen' : 'thread.resolve')}
            icon={isResolved ? <RotateCcw size={16} /> : <Check size={16} />}
            onClick={async () => {
              const stays = comments.getState().filter === 'mine';
              if ((await actions.resolve(thread.id, !isResolved)) && !stays) onLeave();
            }}
          />
        ) : null}
      </header>
      {isResolved ? (
        <p className="text-ink-faint text-xs">
          {t('thread.resolvedBy', { name: thread.resolvedBy?.name ?? t('comment.former') })}
        </p>
      ) : null}
      <ol>
        {said.slice(0, folded > 0 ? 1 : said.length).map((comment) => (
          <CommentView key={comment.id} threadId={thread.id} comment={comment} isNew={isNew(comment)} onLeave={onLeave} />
        ))}
        {folded > 0 ? (
          <>
            <li className="py-0.5 pl-8">
              <Button size="sm" variant="ghost" className="px-1.5!" onClick={() => setUnfolded(true)}>
                {t('thread.more', { count: folded })}
              </Button>
            </li>
            {said.slice(folded + 1).map((comment) => (
              <CommentView key={comment.id} threadId={thread.id} comment={comment} isNew={isNew(comment)} onLeave={onLeave} />
            ))}
          </>
        ) : null}
      </ol>
      <div ref={end} />
      {!mayWrite ? null : isReplying || hasDraft ? (
        <ReplyField
          threadId={thread.id}
          isResolved={isResolved}
          autoFocus={isReplying}
          onDone={() => {
            setReplying(false);
            requestAnimationFrame(() => reply.current?.focus());
          }}
        />
      ) : (
        <Button
          ref={reply}
          size="sm"
          variant="ghost"
          className="-ml-1.5"
          icon={<CornerDownRight size={14} aria-hidden="true" />}
          onClick={() => setReplying(true)}
        >
          {t('thread.reply')}
        </Button>
      )}
    </article>
  );
}, sameProps);

function TargetLine({ name }: { name: TargetName }) {
  return (
    <span className="min-w-0 truncate">
      {name.kind}
      {name.words === '' ? null : <span className="font-medium text-ink"> {name.words}</span>}
    </span>
  );
}
