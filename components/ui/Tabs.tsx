'use client';

import clsx from 'clsx';
import * as Primitive from 'radix-ui/tabs';
import type { ReactNode } from 'react';

type Props<T extends string> = {
  label: string;
  value: T;
  tabs: readonly { value: T; label: ReactNode; content: ReactNode }[];
  onChange: (value: T) => void;
  className?: string;
};

/** Several contents in one place, one in sight. */
export function Tabs<T extends string>({ label, value, tabs, onChange, className }: Props<T>) {
  return (
    <Primitive.Root
      value={value}
      onValueChange={(chosen) => {
        const tab = tabs.find((candidate) => candidate.value === chosen);
        if (tab) onChange(tab.value);
      }}
      className={className}
    >
      <Primitive.List aria-label={label} className="flex gap-5 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className={clsx(
              '-mb-px h-9 whitespace-nowrap border-transparent border-b-2 font-semibold text-ink-soft text-sm hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:h-11',
              'data-[state=active]:border-ink data-[state=active]:text-ink',
            )}
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value} className="pt-5">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
