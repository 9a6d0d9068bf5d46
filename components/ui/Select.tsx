'use client';

import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { controlClass, Field, type FieldTexts } from './Field';

type Props<T extends string> = FieldTexts &
  Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'size' | 'children'> & {
    value: T;
    options: readonly { value: T; label: string; disabled?: boolean }[];
    onChange: (value: T) => void;
    size?: 'sm' | 'md';
  };

/** A choice from a list: the platform's own, which phones and screen readers know best. */
export function Select<T extends string>({
  label,
  labelHidden,
  hint,
  error,
  id,
  className,
  value,
  options,
  onChange,
  size = 'md',
  ...select
}: Props<T>) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} id={id}>
      {(control) => (
        <div className={clsx('relative', className)}>
          <select
            {...select}
            {...control}
            value={value}
            onChange={(event) => {
              const option = options.find((candidate) => candidate.value === event.target.value);
              if (option) onChange(option.value);
            }}
            className={clsx(
              controlClass,
              'appearance-none truncate pr-9',
              size === 'sm' ? 'h-8 text-sm pointer-coarse:h-11' : 'h-10 pointer-coarse:h-11',
            )}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-ink-soft"
            aria-hidden="true"
          />
        </div>
      )}
    </Field>
  );
}
