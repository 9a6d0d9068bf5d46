import type { CardKind } from '@/lib/map/card';
import { cardSignSize, kindSigns } from '@/lib/map/layout/cardSigns';

/** The sign of a kind of card as a small drawing, for menus and lists; an empty place for a plain note. */
export function KindSign({ kind }: { kind: CardKind }) {
  const sign = kindSigns[kind];
  return (
    <svg aria-hidden="true" width={cardSignSize} height={cardSignSize} viewBox={`0 0 ${cardSignSize} ${cardSignSize}`}>
      {sign ? (
        <path d={sign} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
      ) : null}
    </svg>
  );
}
