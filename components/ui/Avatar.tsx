import clsx from 'clsx';

/** Up to two letters for a name: "Anna Berg" → "AB", "kim" → "KI". Letters of any script; one emoji for a name of emoji. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s·,/-]+/u)
    .filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}

type Props = {
  name: string;
  /** A CSS colour dark enough for white letters; a quiet grey when absent. */
  colour?: string | undefined;
  /** Pixels. */
  size?: number;
  /** True where the name stands beside it anyway. */
  decorative?: boolean;
  className?: string;
};

/** A person as a disc with initials. */
export function Avatar({ name, colour, size = 28, decorative = false, className }: Props) {
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
      className={clsx(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold text-white',
        className,
      )}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4), lineHeight: 1, background: colour ?? '#666c79' }}
    >
      {initialsOf(name)}
    </span>
  );
}
