'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { RelativeTime } from '@/components/ui/Time';
import { toInnerQuotes } from '@/lib/comments/commentTarget';
import type { InboxItem } from '@/lib/comments/threadAnswer';

/** Something that was said to a person: it leads to the map, at that conversation. */
export function InboxLine({ item }: { item: InboxItem }) {
  const t = useTranslations('comments');
  const canvas = useTranslations('canvas');
  const name = item.author.name ?? t('comment.former');
  const map = item.mapTitle.trim() === '' ? canvas('untitledMap') : item.mapTitle;
  const kind = item.targetType === 'step' ? t('target.stepPlain') : t(`target.${item.targetType}`);
  const target = item.subject === '' ? kind : t('target.named', { kind, name: toInnerQuotes(item.subject) });
  const where = item.targetType === 'map' ? t('inbox.whereMap', { map }) : t('inbox.where', { target, map });
  return (
    <li>
      <a
        href={`/maps/${item.mapId}?comment=${item.threadId}`}
        className="-mx-2 flex gap-3 rounded-md px-2 py-3 text-ink no-underline hover:bg-hover"
      >
        <Avatar name={item.author.name ?? '?'} size={32} decorative className="mt-0.5" />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2 text-sm">
            <span className={clsx('min-w-0 truncate', item.isUnread && 'font-semibold')}>
              {t(item.isMention ? 'inbox.mention' : 'inbox.reply', { name })}
            </span>
            <span className="ml-auto shrink-0 text-ink-faint text-xs">
              <RelativeTime iso={item.createdAt} />
            </span>
            {item.isUnread ? (
              <span className="shrink-0 rounded-full bg-accent px-1.5 font-semibold text-accent-ink text-xs leading-4">
                {t('inbox.unread')}
              </span>
            ) : null}
          </span>
          <span className="line-clamp-2 [overflow-wrap:anywhere]" dir="auto">
            {item.excerpt}
          </span>
          <span className="block truncate text-ink-faint text-sm">{where}</span>
        </span>
      </a>
    </li>
  );
}
