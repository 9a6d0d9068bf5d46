'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import type { Version } from './versionRequests';

/** That a version is a baseline, or how far its sign-off is. */
export function VersionMark({ signOff }: { signOff: NonNullable<Version['signOff']> }) {
  const t = useTranslations('signOff.badge');
  const { status, signed, asked } = signOff;
  return status === 'signed' ? (
    <Badge tone="success">{t('signed')}</Badge>
  ) : (
    <Badge tone="warning">{t('open', { signed, asked })}</Badge>
  );
}
