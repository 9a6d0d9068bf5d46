'use client';

import { useEffect, useRef, useState } from 'react';
import { TextField } from '@/components/ui/TextField';
import { parseMinutes, toMinutesText } from '@/lib/map/minutes';

type Props = {
  label: string;
  error: string;
  /** Minutes, or undefined when nobody has said. */
  value: number | undefined;
  disabled: boolean;
  onChange: (minutes: number | undefined) => void;
};

/** A length of time. What was typed is taken over when the field is left, or with Enter. */
export function MinutesField({ label, error, value, disabled, onChange }: Props) {
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
