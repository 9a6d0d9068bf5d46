import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import type { Card } from '@/lib/map/card';
import { type Emphasis, isCardClear, isTouchpointClear } from '@/lib/map/emphasis';
import { isCardColour } from '@/lib/map/layout/palette';
import type { Touchpoint } from '@/lib/map/touchpoint';
import { OnlyYouSee } from '../workshop/silent/OnlyYouSee';
import { useBallot } from '../workshop/voting/useBallot';
import { VoteControl } from '../workshop/voting/VoteControl';
import { VoteCount } from '../workshop/voting/VoteCount';
import { toTouchpointName } from './touchpointName';

type Props = {
  stepId: string;
  cards: readonly Card[];
  touchpoints: readonly Touchpoint[];
  /** What the filter finds; null while there is none. */
  match: Emphasis | null;
  /** The cell that Tab reaches: from it, Tab goes on to its cards' votes. */
  here: boolean;
};

/** The cards of a closed cell, with a step's touchpoints before them in a lane of touchpoints. While a vote is open, one votes here, too. */
export function CardsContent({ stepId, cards, touchpoints, match, here }: Props) {
  const ballot = useBallot();
  const t = useTranslations('tableView');
  const channels = useTranslations('canvas.channel');
  const kinds = useTranslations('canvas.cardKind');
  const filter = useTranslations('filter');
  const outside = <span className="sr-only">({filter('outside')}) </span>;
  if (cards.length === 0 && touchpoints.length === 0) return <span className="sr-only">{t('empty')}</span>;
  return (
    <ul className="space-y-1">
      {touchpoints.map((touchpoint) => {
        const isClear = isTouchpointClear(match, { id: touchpoint.id, stepId });
        return (
          <li
            key={touchpoint.id}
            className={clsx(
              'wrap-anywhere rounded-full border border-line px-2.5 py-0.5',
              isClear ? 'bg-surface' : 'border-dashed text-ink-faint',
            )}
          >
            {isClear ? null : outside}
            {toTouchpointName(touchpoint, channels)}
          </li>
        );
      })}
      {cards.map((card) => {
        const isClear = isCardClear(match, { id: card.id, stepId });
        return (
          <li
            key={card.id}
            className={clsx(
              'wrap-anywhere whitespace-pre-wrap rounded-md border px-2 py-0.5',
              !isClear && 'border-line border-dashed text-ink-faint',
            )}
            style={isClear ? paperOf(card) : undefined}
          >
            {isClear ? null : outside}
            {card.kind === 'note' ? null : <span className="mr-1.5 font-semibold text-xs">{kinds(card.kind)}</span>}
            {card.text === '' ? <span className="text-ink-faint">{t('emptyCard')}</span> : card.text}
            <VoteCount votes={card.votes} />
            {ballot?.canVoteFor(card.id) ? (
              <span className="my-1 flex">
                <VoteControl card={card} ballot={ballot} tabIndex={here ? 0 : -1} />
              </span>
            ) : null}
            <OnlyYouSee cardId={card.id} />
          </li>
        );
      })}
    </ul>
  );
}

const paperOf = ({ colour }: Card) =>
  colour !== undefined && isCardColour(colour)
    ? { background: `var(--card-${colour})`, borderColor: `var(--card-${colour}-line)` }
    : { background: 'var(--surface)', borderColor: 'var(--line)' };
