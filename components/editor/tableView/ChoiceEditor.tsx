'use client';

import { controlClass } from '@/components/ui/Field';
import { useTable } from './TableContext';

type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
};

/** A choice in an open cell: arrow keys change it, Enter and Escape close it. */
export function ChoiceEditor<T extends string>({ label, value, options, onChange }: Props<T>) {
  const { close } = useTable();
  return (
    <select
      // biome-ignore lint/a11y/noAutofocus: the cell was opened by the person, and this is its only field.
      autoFocus
      aria-label={label}
      value={value}
      onChange={(event) => {
        const option = options.find((candidate) => candidate.value === event.target.value);
        if (option) onChange(option.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        close({ stay: true });
      }}
      className={`${controlClass} h-8 px-1! text-sm`}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
