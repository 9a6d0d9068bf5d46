import { useTranslations } from 'use-intl';
import type { Card } from '@/lib/map/card';
import { isCardColour } from '@/lib/map/layout/palette';
import type { Touchpoint } from '@/lib/map/touchpoint';
import { toTouchpointName } from './touchpointName';

/** The cards of a closed cell, with a step's touchpoints before them in a lane of touchpoints. */
export function CardsContent({ cards, touchpoints }: { cards: readonly Card[]; touchpoints: readonly Touchpoint[] }) {
  const t = useTranslations('tableView');
  const channels = useTranslations('canvas.channel');
  const kinds = useTranslations('canvas.cardKind');
  if (cards.length === 0 && touchpoints.length === 0) return <span className="sr-only">{t('empty')}</span>;
  return (
    <ul className="space-y-1">
      {touchpoints.map((touchpoint) => (
        <li key={touchpoint.id} className="wrap-anywhere rounded-full border border-line bg-surface px-2.5 py-0.5">
          {toTouchpointName(touchpoint, channels)}
        </li>
      ))}
      {cards.map((card) => (
        <li
          key={card.id}
          className="wrap-anywhere whitespace-pre-wrap rounded-md border px-2 py-0.5"
          style={
            card.colour !== undefined && isCardColour(card.colour)
              ? { background: `var(--card-${card.colour})`, borderColor: `var(--card-${card.colour}-line)` }
              : { background: 'var(--surface)', borderColor: 'var(--line)' }
          }
        >
          {card.kind === 'note' ? null : <span className="mr-1.5 font-semibold text-xs">{kinds(card.kind)}</span>}
          {card.text === '' ? <span className="text-ink-faint">{t('emptyCard')}</span> : card.text}
        </li>
      ))}
    </ul>
  );
}
