import clsx from 'clsx';
import type { ReactNode } from 'react';

type Chip = { key: string; label: string; sign?: ReactNode };
type Props = {
  label: string;
  chips: readonly Chip[];
  chosen: string | null;
  onChoose: (key: string) => void;
  className?: string;
};

/** Choices side by side that scroll sideways under a thumb. */
export function Chips({ label, chips, chosen, onChoose, className }: Props) {
  return (
    <nav aria-label={label} className={clsx('flex shrink-0 gap-2 overflow-x-auto px-3 py-1.5 [scrollbar-width:none]', className)}>
      {chips.map(({ key, label: text, sign }) => (
        <button
          key={key}
          type="button"
          aria-pressed={chosen === null ? undefined : chosen === key}
          onClick={() => onChoose(key)}
          className={clsx(
            'relative inline-flex min-h-9 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full border px-3.5 text-sm pointer-coarse:min-h-11',
            chosen === key ? 'border-primary bg-primary text-primary-ink' : 'border-line bg-surface text-ink',
          )}
        >
          {text}
          {sign}
        </button>
      ))}
    </nav>
  );
}
