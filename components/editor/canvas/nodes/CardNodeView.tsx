import type { NodeProps } from '@xyflow/react';
import { EyeOff } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useRoundOf } from '../../workshop/silent/useRoundOf';
import { assumedGround, cardBorder, mapColour } from '../mapColour';
import { CardPartsView } from './CardPartsView';
import type { CardNode } from './mapNode';
import { TextLines } from './TextLines';
import { useCardDetails } from './useCardDetails';
import { useLaneTitle } from './useLaneTitle';
import { useMapItem } from './useMapItem';

/** A card: a note, or a pill in a lane of feelings. */
export const CardNodeView = memo(function CardNodeView({ data: { card, words, at, assumed } }: NodeProps<CardNode>) {
  const t = useTranslations('editor.canvas');
  const parts = useTranslations('cardParts.card');
  const item = useMapItem({ type: 'card', id: card.id });
  const lane = useLaneTitle(at.laneId);
  const round = useRoundOf(card.id);
  const onlyYou = useTranslations('workshop.silent')('onlyYou');
  const details = [useCardDetails(card), round.mine ? onlyYou : ''].filter((part) => part !== '').join('; ');
  const where = { number: at.number, step: at.step, lane };
  const wordless = details === '' ? t('emptyCardName', where) : parts('wordless', where);
  const name = words === '' ? wordless : t('cardName', { words, ...where });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a card is not.
    <div
      {...item.props}
      role="group"
      aria-label={details === '' ? name : `${name}. ${details}`}
      aria-roledescription={t('card')}
      className="map-item map-card"
      data-shape={card.shape}
      data-assumed={assumed}
      data-only-you={round.mine || undefined}
      data-revealed={round.revealed || undefined}
      style={{
        background: assumed ? assumedGround(card.colour) : mapColour(card.colour),
        borderColor: assumed ? 'transparent' : cardBorder(card.colour),
        borderRadius: card.shape === 'pill' ? Math.min(18, card.box.height / 2) : 6,
      }}
    >
      <CardPartsView card={card} />
      {round.mine ? <EyeOff className="map-only-you" size={18} strokeWidth={2} aria-hidden="true" /> : null}
      {item.editing ? null : <TextLines text={card.text} origin={card.box} />}
    </div>
  );
});
