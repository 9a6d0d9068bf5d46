'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';

export type SoleOwned = { id: string; name: string; memberCount: number };

/** Workspaces that only this person owns, with the ways to hand them over or to delete them. */
export function SoleOwnedList({ workspaces }: { workspaces: readonly SoleOwned[] }) {
  const t = useTranslations('lifecycle.account');
  return (
    <div className="rounded-lg bg-warning-soft px-4 py-3">
      <p className="text-pretty font-semibold text-sm text-warning">{t('sole')}</p>
      <ul className="mt-2 divide-y divide-line">
        {workspaces.map(({ id, name, memberCount }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
            <div className="min-w-0 flex-1 basis-40">
              <p className="break-words font-semibold">{name}</p>
              <p className="text-ink-soft text-sm">{t('soleMembers', { count: memberCount })}</p>
            </div>
            {memberCount > 1 ? (
              <Link
                href={`/workspace/${id}/members`}
                aria-label={t('handOverFor', { name })}
                className={buttonClass({ size: 'sm' })}
              >
                {t('handOver')}
              </Link>
            ) : null}
            <Link
              href={`/workspace/${id}/settings`}
              aria-label={t('deleteWorkspaceFor', { name })}
              className={buttonClass({ size: 'sm' })}
            >
              {t('deleteWorkspace')}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
