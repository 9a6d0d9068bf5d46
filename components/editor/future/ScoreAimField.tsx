'use client';

import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/TextField';
import { type AimedMetric, scoreAims } from '@/lib/map/reason';

type Props = { metric: AimedMetric; value: number; onChange: (value: number) => void };

/** The score that is hoped for. Taken over when the field is left, or with Enter; what cannot be one stays, and the field says what can. */
export function ScoreAimField({ metric, value, onChange }: Props) {
  const t = useTranslations('future.reason');
  const format = useFormatter();
  const [draft, setDraft] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const { min, max } = scoreAims[metric];
  useEffect(() => {
    if (draft !== null && Number(draft) === value) setDraft(null);
  }, [draft, value]);

  const take = (): void => {
    if (draft === null) return;
    // A browser gives no text for what is no number.
    const score = draft.trim() === '' ? Number.NaN : Number(draft);
    const isScore = Number.isFinite(score) && score >= min && score <= max;
    setWrong(!isScore);
    if (!isScore) return;
    if (score !== value) onChange(score);
    setDraft(null);
  };
  return (
    <TextField
      label={t('to')}
      error={isWrong ? t('toRange', { min: format.number(min).replace('-', '−'), max: format.number(max) }) : undefined}
      type="number"
      step="any"
      min={min}
      max={max}
      value={draft ?? String(value)}
      className="h-8! text-sm! pointer-coarse:h-11!"
      onChange={(event) => {
        setDraft(event.target.value);
        setWrong(false);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
