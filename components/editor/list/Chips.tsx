import clsx from 'clsx';

type Chip = { key: string; label: string };
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
      {chips.map(({ key, label: text }) => (
        <button
          key={key}
          type="button"
          aria-pressed={chosen === null ? undefined : chosen === key}
          onClick={() => onChoose(key)}
          className={clsx(
            'min-h-9 shrink-0 whitespace-nowrap rounded-full border px-3.5 text-sm pointer-coarse:min-h-11',
            chosen === key ? 'border-primary bg-primary text-primary-ink' : 'border-line bg-surface text-ink',
          )}
        >
          {text}
        </button>
      ))}
    </nav>
  );
}
