'use client';

import { useTranslations } from 'use-intl';
import { useClock } from '@/components/ui/clock';
import { RelativeTime } from '@/components/ui/Time';

/** When a map was last changed. Seconds are of no interest: within a minute it is "just now". */
export function LastChange({ iso }: { iso: string }) {
  const t = useTranslations('workspace.maps');
  const now = useClock();
  if (now.getTime() - new Date(iso).getTime() < 60_000) return t('changedNow');
  return t.rich('changed', { time: () => <RelativeTime iso={iso} /> });
}
