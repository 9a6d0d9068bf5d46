'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { controlClass } from '@/components/ui/Field';
import { useTable } from './TableContext';

type Props<T> = {
  label: string;
  /** What stands in the field when it opens. */
  text: string;
  /** The value of what was written: undefined for nothing, null for what cannot be read. */
  parse: (text: string) => T | undefined | null;
  /** Said under the field about what cannot be read. */
  problem: string;
  onChange: (value: T | null) => void;
};

/** A number with a form of its own in an open cell. Enter takes it over, Escape leaves it as it was; what cannot be read stays open and says why. */
export function NumberEditor<T>({ label, text, parse, problem, onChange }: Props<T>) {
  const { close } = useTable();
  const [value, setValue] = useState(text);
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const take = (stay: boolean): void => {
    const parsed = parse(value);
    if (parsed === null) {
      setWrong(true);
      return;
    }
    if (value !== text) onChange(parsed ?? null);
    if (stay) close({ stay: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') take(true);
    else if (event.key === 'Escape') close({ stay: true });
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the cell was opened by the person, and this is its only field.
        autoFocus
        aria-label={label}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? id : undefined}
        inputMode="text"
        autoComplete="off"
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setValue(event.target.value);
          setWrong(false);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => take(false)}
        className={`${controlClass} h-8 px-2! text-sm`}
      />
      {wrong ? (
        <p id={id} role="alert" className="mt-1 text-danger text-xs">
          {problem}
        </p>
      ) : null}
    </>
  );
}
