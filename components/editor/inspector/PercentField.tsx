'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/TextField';
import { parsePercent, toPercentText } from './percent';

type Props = {
  label: string;
  hint: string;
  /** 0–1, or undefined when it is not known. */
  value: number | undefined;
  disabled: boolean;
  onChange: (value: number | null) => void;
};

/** A part of all customers in percent. Taken over when the field is left, or with Enter. */
export function PercentField({ label, hint, value, disabled, onChange }: Props) {
  const t = useTranslations('editor.inspector');
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);

  useEffect(() => {
    if (draft !== null && parsePercent(draft) === value) setDraft(null);
  }, [draft, value]);

  const take = () => {
    if (draft === null) return;
    const share = parsePercent(draft);
    setWrong(share === undefined);
    if (share === undefined) return;
    if ((share ?? undefined) !== value) onChange(share);
    setDraft(null);
  };
  return (
    <TextField
      label={label}
      hint={wrong ? undefined : hint}
      error={wrong ? t('percentError') : undefined}
      value={draft ?? toPercentText(value)}
      inputMode="decimal"
      disabled={disabled}
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
