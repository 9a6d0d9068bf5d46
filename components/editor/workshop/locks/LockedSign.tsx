'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** The sign of what is locked, beside its name. */
export function LockedSign() {
  const t = useTranslations('workshop.locks');
  return (
    <>
      <Lock size={13} aria-hidden="true" className="shrink-0 text-ink-soft" />
      <span className="sr-only">({t('locked')})</span>
    </>
  );
}
