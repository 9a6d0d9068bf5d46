'use client';

import clsx from 'clsx';
import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** The sign of what is locked, beside its name. `colour`: a class, where the usual one would not be seen. */
export function LockedSign({ colour = 'text-ink-soft' }: { colour?: string }) {
  const t = useTranslations('workshop.locks');
  return (
    <>
      <Lock size={13} aria-hidden="true" className={clsx('shrink-0', colour)} />
      <span className="sr-only">({t('locked')})</span>
    </>
  );
}
