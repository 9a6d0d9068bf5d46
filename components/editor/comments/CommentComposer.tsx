'use client';

import { MapIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { primaryOf } from '../selection';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { CommentField } from './CommentField';
import type { CommentDraft } from './commentsStore';
import { useTargetNames } from './commentTargets';
import { targetOf } from './targetReference';
import { useCommentActions } from './useCommentActions';

const nothing: CommentDraft = { text: '', people: [] };

/**
 * Where a new comment is written. It is about whatever is selected, until something is written: from then on about that, whatever one selects and
 * edits meanwhile.
 */
export function CommentComposer() {
  const t = useTranslations('comments.composer');
  const { comments, selection } = useEditor();
  const map = useArrangedMap();
  const nameOf = useTargetNames();
  const actions = useCommentActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useStore(comments, (state) => state.drafts.get('new')) ?? nothing;
  const pinned = useStore(comments, (state) => state.pinned);
  const asked = useStore(comments, (state) => state.asked);
  const primary = useStore(selection, primaryOf);
  const target = pinned ?? targetOf(map, primary);
  const name = nameOf(target);
  const { setDraft, pin } = comments.getState();

  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus();
    comments.setState({ asked: 0 });
  }, [asked, comments]);

  return (
    <div className="shrink-0 border-line border-b px-4 py-3">
      <p className="mb-1.5 flex min-h-6 items-center gap-1.5 text-sm">
        <span className="shrink-0 text-ink-soft">{t('about')}</span>
        <span className="min-w-0 flex-1 truncate font-semibold">{name.full}</span>
        {target.type === 'map' ? null : (
          <IconButton
            size="sm"
            label={t('aboutMap')}
            icon={<MapIcon size={16} />}
            onClick={() => {
              pin({ type: 'map' });
              field.current?.focus();
            }}
          />
        )}
      </p>
      <CommentField
        fieldRef={field}
        label={t('labelAbout', { target: name.full })}
        placeholder={t('placeholder')}
        sendLabel={t('send')}
        draft={draft}
        onChange={(next) => {
          setDraft('new', next);
          pin(next.text === '' ? null : target);
        }}
        onSend={async () => {
          const isSent = await actions.begin(target, draft);
          if (isSent) {
            setDraft('new', null);
            pin(null);
            if (comments.getState().filter === 'resolved') comments.getState().setFilter('open');
          }
          return isSent;
        }}
      />
    </div>
  );
}
