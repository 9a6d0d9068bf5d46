'use client';

import { MessageSquare } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { isApple } from '../commands/shortcut';
import { shortcutOf } from '../commands/shortcutOf';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { countAllUnread, filterForUnread } from './threadLists';

/** Opens and closes the comments; says how much in them is unread. Nothing for whoever may not read them. */
export function CommentsButton() {
  const t = useTranslations('comments.panel');
  const locale = useLocale();
  const { comments, me } = useEditor();
  const mayRead = useStore(comments, (state) => state.mayRead);
  const mayWrite = useStore(comments, (state) => state.mayWrite);
  const isOpen = useStore(comments, (state) => state.isOpen);
  const threads = useStore(comments, (state) => state.threads);
  const unread = useMemo(() => countAllUnread(threads.values(), me.id), [threads, me.id]);
  const lost = useAccessLost();
  if (!mayRead || lost) return null;
  return (
    <span className="relative inline-flex">
      <IconButton
        label={unread > 0 ? t('buttonUnread', { unread }) : t('button')}
        {...(mayWrite ? { shortcut: shortcutOf('comment', isApple(navigator.platform), locale) } : {})}
        icon={<MessageSquare size={18} />}
        aria-pressed={isOpen}
        onClick={() => {
          const { filter, setFilter, setOpen } = comments.getState();
          // What the number counts is there to be read.
          if (!isOpen) setFilter(filterForUnread([...threads.values()], me.id, filter));
          setOpen(!isOpen);
        }}
      />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.6875rem] text-accent-ink leading-4"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </span>
  );
}
