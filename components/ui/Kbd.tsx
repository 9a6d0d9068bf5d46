import clsx from 'clsx';

/** Keys of a shortcut, separated by blanks: `Ctrl Z`. `inverted` on a dark ground. */
export function Kbd({ keys, inverted = false }: { keys: string; inverted?: boolean }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(' ').map((key) => (
        <kbd
          key={key}
          className={clsx(
            'min-w-4 rounded-sm border px-1 text-center font-sans text-xs',
            inverted ? 'border-current/30' : 'border-line text-ink-faint',
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
