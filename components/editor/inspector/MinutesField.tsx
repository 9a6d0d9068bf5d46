'use client';

import { useEffect, useRef, useState } from 'react';
import { TextField } from '@/components/ui/TextField';

type Props = {
  label: string;
  hint: string;
  error: string;
  /** Minutes, or undefined when nobody has said. */
  value: number | undefined;
  disabled: boolean;
  onChange: (minutes: number | undefined) => void;
};

const units: Record<string, number> = { '': 1, m: 1, min: 1, h: 60, std: 60, d: 1440, t: 1440, w: 10_080 };

/**
 * Minutes from what people write: `15`, `1,5 h`, `2 d`, `1 h 30`, `1:30`. Undefined for an empty text, null for one that cannot be read.
 */
export function parseMinutes(text: string): number | undefined | null {
  const input = text.trim().toLowerCase();
  if (input === '') return undefined;
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(input);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const parts = [...input.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-zäöü]*)\.?\s*/gy)];
  if (parts.length === 0 || parts.reduce((length, [whole]) => length + whole.length, 0) !== input.length) return null;
  let minutes = 0;
  for (const [, number = '', word = ''] of parts) {
    const unit = units[word] ?? units[word.slice(0, 3)] ?? units[word.slice(0, 1)];
    if (unit === undefined) return null;
    minutes += Number(number.replace(',', '.')) * unit;
  }
  return Math.round(minutes * 100) / 100;
}

/** The shortest way to write minutes that `parseMinutes` reads back: `90` → `1 h 30 min`. */
export function toMinutesText(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  if (!Number.isInteger(minutes) || minutes < 60) return `${minutes} min`;
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  return [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** A length of time. What was typed is taken over when the field is left, or with Enter. */
export function MinutesField({ label, hint, error, value, disabled, onChange }: Props) {
  const [text, setText] = useState(() => toMinutesText(value));
  const [wrong, setWrong] = useState(false);
  const typing = useRef(false);

  useEffect(() => {
    // Others may set it meanwhile; what is being typed is not pulled away.
    if (!typing.current) setText(toMinutesText(value));
  }, [value]);

  const take = () => {
    typing.current = false;
    const minutes = parseMinutes(text);
    setWrong(minutes === null);
    if (minutes === null) return;
    if (minutes !== value) onChange(minutes);
    setText(toMinutesText(minutes));
  };

  return (
    <TextField
      label={label}
      hint={wrong ? undefined : hint}
      error={wrong ? error : undefined}
      value={text}
      disabled={disabled}
      inputMode="text"
      className="h-8! text-sm!"
      onChange={(event) => {
        typing.current = true;
        setText(event.target.value);
        setWrong(false);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
