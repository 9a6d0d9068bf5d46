'use client';

import { useState } from 'react';
import { TextField } from '@/components/ui/TextField';

type Props = {
  label: string;
  value: number;
  min: number;
  max: number;
  hint?: string | undefined;
  error?: string | undefined;
  onChange: (value: number) => void;
};

/** A whole number that takes effect as soon as it is one; whatever else is typed stands there until the field is left. */
export function NumberField({ label, value, min, max, hint, error, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      step={1}
      value={typed ?? value}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const number = Number(text);
        if (text !== '' && Number.isInteger(number) && number >= min && number <= max) onChange(number);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
