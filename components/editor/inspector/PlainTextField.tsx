'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { TextField } from '@/components/ui/TextField';

type Props = {
  label: ReactNode;
  labelHidden?: boolean;
  placeholder?: string;
  value: string;
  maxLength: number;
  disabled: boolean;
  onChange: (value: string) => void;
};

/**
 * A short name that is one last-writer-wins value: taken over when the field is left or with Enter, given up with Escape.
 * While it is typed in, what others set meanwhile waits.
 */
export function PlainTextField({ label, labelHidden, placeholder, value, maxLength, disabled, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null);

  useEffect(() => {
    if (draft !== null && draft === value) setDraft(null);
  }, [draft, value]);

  const take = () => {
    if (draft !== null && draft !== value) onChange(draft);
    setDraft(null);
  };
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      placeholder={placeholder}
      value={draft ?? value}
      maxLength={maxLength}
      disabled={disabled}
      className="h-8! text-sm! pointer-coarse:h-11!"
      onChange={(event) => setDraft(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}
