'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { type EvidenceLevel, evidenceLevels } from '@/lib/map/evidenceLevel';

type Choice = EvidenceLevel | 'none' | 'various';

type Props = {
  /** `various`: what several are known by differs. */
  value: Choice;
  /** Offers to say nothing of its own (cards), under this name. */
  none?: string;
  disabled: boolean;
  onChange: (value: EvidenceLevel | 'none') => void;
};

const isLevel = (value: string): value is EvidenceLevel => (evidenceLevels as readonly string[]).includes(value);

/** How a step or card is known, weakest first, with a sentence on what the chosen level means. */
export function EvidenceLevelField({ value, none, disabled, onChange }: Props) {
  const t = useTranslations('editor.inspector');
  const words = useTranslations('canvas.evidenceLevel');
  const options: { value: Choice; label: string; disabled?: boolean }[] = evidenceLevels.map((level) => ({
    value: level,
    label: words(level),
  }));
  if (none) options.unshift({ value: 'none', label: none });
  if (value === 'various') options.unshift({ value, label: t('various'), disabled: true });
  return (
    <Select
      size="sm"
      label={t('evidenceLevel')}
      value={value}
      options={options}
      disabled={disabled}
      onChange={(next) => next !== 'various' && onChange(next)}
      hint={isLevel(value) ? t(`evidenceHint.${value}`) : undefined}
    />
  );
}
