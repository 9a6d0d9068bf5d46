'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';

/** Where times were written that do not say it. Only in browsers: they know other zones than the server may. */
export function TimeZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const t = useTranslations('evidencePages.wizard');
  const zones = [...new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <Select
      label={t('timeZone')}
      value={value}
      options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      onChange={onChange}
    />
  );
}
