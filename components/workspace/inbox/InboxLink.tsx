'use client';

import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';
import { Tooltip } from '@/components/ui/Tooltip';
import { useUnread } from './useUnread';

/** The way to what others said to this person, with how much of it is unread. `workspaceId`: whose events the page listens to. */
export function InboxLink({ workspaceId }: { workspaceId: string | null }) {
  const t = useTranslations('workspace.accountMenu');
  const unread = useUnread(workspaceId);
  const label = unread > 0 ? t('inboxUnread', { count: unread }) : t('inbox');
  return (
    <Tooltip label={label}>
      <Link
        href="/inbox"
        aria-label={label}
        className={buttonClass({ variant: 'ghost', className: 'relative w-9 px-0 pointer-coarse:w-11' })}
      >
        <Inbox size={18} aria-hidden="true" />
        {unread > 0 ? (
          <span
            aria-hidden="true"
            className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.6875rem] text-accent-ink leading-4"
          >
            {unread > 99 ? '99+' : unread}
          </span>
        ) : null}
      </Link>
    </Tooltip>
  );
}
