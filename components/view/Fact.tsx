import type { ReactNode } from 'react';

/** A name and what it says, in a list of such; nothing where it says nothing. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (typeof children === 'string' && children.trim() === '') return null;
  return (
    <div className="sm:flex sm:gap-4">
      <dt className="shrink-0 font-semibold text-ink-soft text-sm sm:w-48 sm:pt-px">{name}</dt>
      <dd className="min-w-0 flex-1 whitespace-pre-line">{children}</dd>
    </div>
  );
}
