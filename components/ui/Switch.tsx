'use client';

import * as Primitive from 'radix-ui/switch';
import { type ReactNode, useId } from 'react';

type Props = { label: ReactNode; hint?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean };

/** A setting that takes effect at once. */
export function Switch({ label, hint, checked, onChange, disabled }: Props) {
  const id = useId();
  return (
    <div className="flex min-h-8 items-center gap-4 pointer-coarse:min-h-11">
      <label htmlFor={id} className="flex-1">
        {label}
        {hint ? (
          <span id={`${id}-hint`} className="block text-ink-faint text-sm">
            {hint}
          </span>
        ) : null}
      </label>
      <Primitive.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="h-6 w-10 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors data-[state=checked]:bg-accent disabled:opacity-50"
      >
        <Primitive.Thumb className="block size-5 rounded-full bg-surface shadow-card transition-transform data-[state=checked]:translate-x-4" />
      </Primitive.Root>
    </div>
  );
}
