import Link from 'next/link';
import { WaymarkSign } from './WaymarkSign';

type Props = {
  name: string;
  href?: string;
  /** Beside something that needs the room more: on a phone the sign stands alone. */
  compact?: boolean;
};

/** The product's name with its sign; the way home. */
export function Wordmark({ name, href = '/', compact = false }: Props) {
  return (
    <Link
      href={href}
      className="inline-flex h-9 shrink-0 items-center gap-2 rounded-md pr-1 font-bold text-ink text-lg tracking-tight no-underline"
    >
      <WaymarkSign />
      <span className={compact ? 'max-sm:sr-only' : undefined}>{name}</span>
    </Link>
  );
}
