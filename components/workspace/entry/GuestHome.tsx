'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';
import { EntryCard } from './EntryCard';

/** The start page for a guest: back to the one map that is open to them. */
export function GuestHome({ name, mapId }: { name: string; mapId: string }) {
  const t = useTranslations('workspace.states');
  return (
    <EntryCard title={t('guestTitle')} lead={t('guestText', { name })}>
      <div className="flex flex-wrap gap-2">
        <Link href={`/maps/${mapId}`} className={buttonClass({ variant: 'primary', size: 'lg' })}>
          {t('backToMap')}
        </Link>
        <Link href="/sign-in" className={buttonClass({ size: 'lg' })}>
          {t('guestSignIn')}
        </Link>
      </div>
    </EntryCard>
  );
}
