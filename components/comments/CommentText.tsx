'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type CommentPart, listCommentParts } from '@/lib/comments/commentText';

type Props = {
  text: string;
  /** The actor for whom a mention of them stands out. */
  meId: string | null;
};

/** What somebody wrote: plain text with its line breaks, addresses as links that tell the other site nothing, people by name. */
export function CommentText({ text, meId }: Props) {
  const t = useTranslations('comments.mention');
  const parts = useMemo(() => {
    let start = 0;
    return listCommentParts(text).map((part) => {
      start += part.text.length;
      return { part, end: start };
    });
  }, [text]);
  return (
    <p dir="auto" className="whitespace-pre-wrap break-words text-sm [overflow-wrap:anywhere]">
      {parts.map(({ part, end }) => (
        <Part key={end} part={part} isMe={part.type === 'mention' && part.id === meId} former={t('former')} />
      ))}
    </p>
  );
}

function Part({ part, isMe, former }: { part: CommentPart; isMe: boolean; former: string }) {
  if (part.type === 'text') return part.text;
  if (part.type === 'mention') {
    return (
      <bdi className={isMe ? 'rounded-sm bg-accent-soft px-0.5 font-semibold text-accent' : 'font-semibold text-accent'}>
        @{part.name.trim() === '' ? former : part.name}
      </bdi>
    );
  }
  return (
    <a
      href={part.href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      className="text-accent underline underline-offset-2"
    >
      {part.text}
    </a>
  );
}
