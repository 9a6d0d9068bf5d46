import Link from 'next/link';
import { WaymarkSign } from './WaymarkSign';

/** The product's name with its sign; the way home. */
export function Wordmark({ name, href = '/' }: { name: string; href?: string }) {
  return (
    <Link
      href={href}
      className="inline-flex h-9 items-center gap-2 rounded-md pr-1 font-bold text-ink text-lg tracking-tight no-underline"
    >
      <WaymarkSign />
      {name}
    </Link>
  );
}
