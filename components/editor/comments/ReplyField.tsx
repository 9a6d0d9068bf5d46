'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { CommentField } from './CommentField';
import type { CommentDraft } from './commentsStore';
import { useCommentActions } from './useCommentActions';

const nothing: CommentDraft = { text: '', people: [] };

type Props = { threadId: string; isResolved: boolean; autoFocus: boolean; onDone: () => void };

/** Where a reply is written. What is not sent yet is there again when the panel is. */
export function ReplyField({ threadId, isResolved, autoFocus, onDone }: Props) {
  const t = useTranslations('comments.thread');
  const { comments } = useEditor();
  const actions = useCommentActions();
  const place = `reply:${threadId}`;
  const draft = useStore(comments, (state) => state.drafts.get(place)) ?? nothing;
  const { setDraft } = comments.getState();
  const finish = () => {
    setDraft(place, null);
    onDone();
  };
  return (
    <div className="mt-1 pl-8">
      <CommentField
        autoFocus={autoFocus}
        label={t('replyLabel')}
        {...(isResolved ? { placeholder: t('replyReopens') } : {})}
        sendLabel={t('reply')}
        draft={draft}
        onChange={(next) => setDraft(place, next)}
        onCancel={finish}
        onSend={async () => {
          const isSent = await actions.reply(threadId, draft);
          if (isSent) finish();
          return isSent;
        }}
      />
    </div>
  );
}
