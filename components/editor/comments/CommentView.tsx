'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { CommentText } from '@/components/comments/CommentText';
import { Avatar } from '@/components/ui/Avatar';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { RelativeTime } from '@/components/ui/Time';
import type { CommentAnswer } from '@/lib/comments/threadAnswer';
import { colourIndexOf } from '@/lib/document/presence';
import { PresenceAvatar } from '../presence/PresenceAvatar';
import { useEditor } from '../session/EditorContext';
import { CommentField } from './CommentField';
import { toDraft } from './commentDraft';
import { useCommentActions } from './useCommentActions';

type Props = {
  threadId: string;
  comment: CommentAnswer;
  isNew: boolean;
  /** Called when its conversation is gone with it. */
  onLeave: () => void;
};

/** One comment: who, when, what; its author changes it in place. */
export function CommentView({ threadId, comment, isNew, onLeave }: Props) {
  const t = useTranslations('comments');
  const { comments, me } = useEditor();
  const actions = useCommentActions();
  const place = `edit:${comment.id}`;
  const draft = useStore(comments, (state) => state.drafts.get(place));
  const mayWrite = useStore(comments, (state) => state.mayWrite);
  const mayDeleteOthers = useStore(comments, (state) => state.mayDeleteOthers);
  const [asking, setAsking] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  /** What was chosen in the menu and takes the focus: done when the menu is gone, which would give the focus back to its button. */
  const afterMenu = useRef<(() => void) | null>(null);
  const { setDraft } = comments.getState();
  const finishEditing = () => {
    setDraft(place, null);
    requestAnimationFrame(() => line.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus());
  };
  const remove = async () => {
    setAsking(false);
    const article = line.current?.closest('article');
    if (!(await actions.remove(threadId, comment.id))) return;
    requestAnimationFrame(() => (article?.isConnected ? article.focus() : onLeave()));
  };
  const isMine = comment.author.id === me.id;
  const isDeleted = comment.deletedAt !== null;
  const name = comment.author.name ?? t('comment.former');
  const mayEdit = isMine && mayWrite && !isDeleted;
  const mayDelete = !isDeleted && (isMine ? mayWrite : mayDeleteOthers);
  return (
    <li ref={line} className="flex gap-2 py-1.5" data-comment={comment.id}>
      <span className="mt-0.5">
        {comment.author.name === null ? (
          <Avatar name="?" size={24} decorative />
        ) : (
          <PresenceAvatar user={{ name, colour: colourIndexOf(comment.author.id) }} size={24} />
        )}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 items-center gap-1.5">
          <span className="min-w-0 truncate font-semibold text-sm">{name}</span>
          <span className="shrink-0 text-ink-faint text-xs">
            <RelativeTime iso={comment.createdAt} />
            {comment.editedAt !== null && !isDeleted ? ` · ${t('comment.edited')}` : ''}
          </span>
          {isNew ? (
            <span className="shrink-0 rounded-full bg-accent px-1.5 font-semibold text-accent-ink text-xs leading-4">
              {t('thread.new')}
            </span>
          ) : null}
          {mayEdit || mayDelete ? (
            <span className="ml-auto">
              <Menu
                align="end"
                onCloseAutoFocus={(event) => {
                  if (!afterMenu.current) return;
                  event.preventDefault();
                  afterMenu.current();
                  afterMenu.current = null;
                }}
                trigger={<IconButton size="sm" label={t('comment.actions', { name })} icon={<Ellipsis size={16} />} />}
              >
                {mayEdit ? (
                  <MenuItem
                    icon={<Pencil />}
                    onSelect={() => {
                      afterMenu.current = () => setDraft(place, toDraft(comment.text, t('mention.former')));
                    }}
                  >
                    {t('comment.edit')}
                  </MenuItem>
                ) : null}
                <MenuItem icon={<Trash2 />} danger onSelect={() => setAsking(true)}>
                  {t('comment.delete')}
                </MenuItem>
              </Menu>
            </span>
          ) : null}
        </div>
        {isDeleted ? (
          <p className="text-ink-faint text-sm italic">{t('comment.deleted')}</p>
        ) : draft && mayEdit ? (
          <CommentField
            autoFocus
            label={t('comment.editLabel')}
            sendLabel={t('comment.save')}
            draft={draft}
            // An emptied field stays open: only “Cancel” puts it away.
            onChange={(next) => setDraft(place, next.text === '' ? { ...next, text: ' ' } : next)}
            onCancel={finishEditing}
            onSend={async () => {
              const isSent = await actions.edit(threadId, comment.id, draft);
              if (isSent) finishEditing();
              return isSent;
            }}
          />
        ) : (
          <CommentText text={comment.text} meId={me.id} />
        )}
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('comment.deleteTitle')}
        description={t('comment.deleteText')}
        confirmLabel={t('comment.delete')}
        danger
        onConfirm={() => void remove()}
      />
    </li>
  );
}
