'use client';

import { type RefObject, useId, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { controlClass } from '@/components/ui/Field';
import { maxCommentLength } from '@/lib/comments/commentText';
import { formatShortcut, isApple } from '../commands/shortcut';
import { toSentDraft } from './commentDraft';
import type { CommentDraft } from './commentsStore';
import { MentionList, mentionOptionId } from './MentionList';
import { useMentionField } from './useMentionField';

type Props = {
  label: string;
  placeholder?: string;
  sendLabel: string;
  draft: CommentDraft;
  onChange: (draft: CommentDraft) => void;
  /** Sends what is written; the field is emptied by whoever knows that it went well. */
  onSend: () => Promise<boolean>;
  /** Given when the field can be put away. */
  onCancel?: (() => void) | undefined;
  autoFocus?: boolean;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  rows?: number;
};

/** A field in which a comment is written: @ addresses people, Ctrl+Enter sends. */
export function CommentField(props: Props) {
  const { label, placeholder, sendLabel, draft, onChange, onSend, onCancel, autoFocus = false, rows = 2 } = props;
  const t = useTranslations('comments');
  const locale = useLocale();
  const ownRef = useRef<HTMLTextAreaElement>(null);
  const field = props.fieldRef ?? ownRef;
  const listId = useId();
  const [busy, setBusy] = useState(false);
  const mention = useMentionField(field, draft, onChange);
  const tooLong = toSentDraft(draft).length - maxCommentLength;
  const canSend = draft.text.trim() !== '' && tooLong <= 0;
  const send = async () => {
    if (!canSend || busy) return;
    setBusy(true);
    await onSend();
    setBusy(false);
    field.current?.focus();
  };
  const hasList = mention.matches !== null && mention.matches.length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        ref={field}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={hasList ? listId : undefined}
        aria-activedescendant={hasList ? mentionOptionId(listId, mention.active) : undefined}
        aria-invalid={tooLong > 0 || undefined}
        // biome-ignore lint/a11y/noAutofocus: opened by somebody who wants to write in it.
        autoFocus={autoFocus}
        placeholder={placeholder}
        rows={rows}
        value={draft.text}
        onChange={({ target }) => {
          onChange({ ...draft, text: target.value });
          mention.follow(target.value, target.selectionStart);
        }}
        onSelect={({ currentTarget }) => {
          if (mention.matches) mention.follow(currentTarget.value, currentTarget.selectionStart);
        }}
        onBlur={mention.dismiss}
        onKeyDown={(event) => {
          if (mention.takeKey(event)) {
            event.stopPropagation();
            return;
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void send();
          } else if (event.key === 'Escape' && onCancel) {
            event.stopPropagation();
            onCancel();
          }
        }}
        className={`${controlClass} field-sizing-content max-h-60 min-h-16 resize-y py-2 text-sm`}
      />
      <MentionList id={listId} mention={mention} />
      {tooLong > 0 ? (
        <p role="alert" className="mt-1 text-danger text-sm">
          {t('composer.tooLong', { count: tooLong })}
        </p>
      ) : null}
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <Button type="submit" size="sm" variant="primary" busy={busy} aria-disabled={!canSend || undefined}>
          {sendLabel}
        </Button>
        {onCancel ? (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            {t('thread.cancel')}
          </Button>
        ) : null}
        <span className="text-ink-faint text-xs pointer-coarse:hidden">
          {t('composer.keys', { keys: formatShortcut({ key: 'Enter', mod: true }, isApple(navigator.platform), locale) })}
        </span>
      </div>
    </form>
  );
}
