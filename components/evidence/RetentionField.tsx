'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { usualRetentions } from './retention';

type Choice = 'forever' | 'other' | `${number}`;

type Props = { days: number | null; error?: string | undefined };

/** How long a source keeps its answers: a usual span, or days of one's own. The form's field `retention` holds the days, or nothing. */
export function RetentionField({ days, error }: Props) {
  const t = useTranslations('evidencePages.source');
  const isUsual = usualRetentions.some((usual) => usual === days);
  const [choice, setChoice] = useState<Choice>(days === null ? 'forever' : isUsual ? `${days}` : 'other');
  const options: { value: Choice; label: string }[] = [
    { value: 'forever', label: t('retentionForever') },
    ...usualRetentions.map((usual) => ({ value: `${usual}` as const, label: t('retentionDays', { days: usual }) })),
    { value: 'other', label: t('retentionOther') },
  ];
  return (
    <div className="space-y-3">
      <Select label={t('retention')} hint={t('retentionHint')} value={choice} onChange={setChoice} options={options} />
      {choice === 'other' ? (
        <TextField
          label={t('retentionNumber')}
          name="retention"
          inputMode="numeric"
          defaultValue={isUsual || days === null ? '' : days}
          error={error}
          autoComplete="off"
          maxLength={5}
          required
        />
      ) : (
        <input type="hidden" name="retention" value={choice === 'forever' ? 'forever' : choice} />
      )}
    </div>
  );
}
