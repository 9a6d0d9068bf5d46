import type { ReactNode } from 'react';

/** The quiet label over a field of the panel. */
export function FieldLabel({ htmlFor, children }: { htmlFor?: string; children: ReactNode }) {
  const className = 'mb-1 block font-medium text-ink-soft text-xs';
  return htmlFor ? (
    <label htmlFor={htmlFor} className={className}>
      {children}
    </label>
  ) : (
    <span className={className}>{children}</span>
  );
}
