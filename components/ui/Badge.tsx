import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'strong' | 'success' | 'warning' | 'danger';

const tones: Record<Tone, string> = {
  neutral: 'bg-surface-sunken text-ink-soft inset-ring inset-ring-line',
  strong: 'bg-primary text-primary-ink',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
};

/** A word or two about the state of something. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-full px-2.5 font-semibold text-xs',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
