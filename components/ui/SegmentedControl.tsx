'use client';

import clsx from 'clsx';
import * as Primitive from 'radix-ui/radio-group';
import type { ReactNode } from 'react';

type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: ReactNode; icon?: ReactNode; disabled?: boolean }[];
  onChange: (value: T) => void;
  size?: 'sm' | 'md';
  className?: string;
};

/** A choice of one among two to five, all in sight. Arrow keys move the choice. */
export function SegmentedControl<T extends string>({ label, value, options, onChange, size = 'md', className }: Props<T>) {
  return (
    <Primitive.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option) onChange(option.value);
      }}
      className={clsx('inline-flex gap-0.5 rounded-lg bg-surface-sunken p-0.5 inset-ring inset-ring-line', className)}
    >
      {options.map((option) => (
        <Primitive.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={clsx(
            'inline-flex flex-1 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-semibold text-ink-soft text-sm transition-colors hover:text-ink',
            'data-[state=checked]:bg-surface-raised data-[state=checked]:text-ink data-[state=checked]:shadow-card data-[state=checked]:inset-ring data-[state=checked]:inset-ring-line-strong',
            size === 'sm' ? 'h-6 px-2 pointer-coarse:h-9' : 'h-8 px-3 pointer-coarse:h-10',
          )}
        >
          {option.icon}
          {option.label}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
