'use client';

import { useId } from 'react';
import { TextField } from '@/components/ui/TextField';
import { longestMark } from '@/lib/sources/entries/entryShape';

type Props = {
  label: string;
  hint?: string;
  value: string;
  /** What the source has already. */
  known?: readonly string[];
  onChange: (value: string) => void;
};

/** A short field of an entry, with what the source has had there before to choose from. */
export function MarkField({ label, hint, value, known = [], onChange }: Props) {
  const id = useId();
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        value={value}
        maxLength={longestMark}
        autoComplete="off"
        {...(known.length > 0 ? { list: id } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {known.length > 0 ? (
        <datalist id={id}>
          {known.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}
