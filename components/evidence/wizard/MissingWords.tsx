'use client';

import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/TextField';

/** Words for “no value”, divided by semicolons; they count once the field is left. */
export function MissingWords({ value, onChange }: { value: readonly string[]; onChange: (words: string[]) => void }) {
  const t = useTranslations('evidencePages.wizard');
  const shown = value.join('; ');
  const take = (text: string) => {
    const words = text
      .split(';')
      .map((word) => word.trim().slice(0, 100))
      .filter((word) => word !== '')
      .slice(0, 100);
    if (words.join('; ') !== shown) onChange(words);
  };
  return (
    <TextField
      key={shown}
      label={t('missing')}
      defaultValue={shown}
      spellCheck={false}
      autoComplete="off"
      onBlur={(event) => take(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value);
      }}
    />
  );
}
