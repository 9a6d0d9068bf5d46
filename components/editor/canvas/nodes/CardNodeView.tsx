import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { isCardColour } from '@/lib/map/layout/palette';
import type { CardNode } from './mapNode';
import { TextLines } from './TextLines';
import { useLaneTitle } from './useLaneTitle';
import { useMapItem } from './useMapItem';

/** A card: a note, or a pill in a lane of feelings. */
export const CardNodeView = memo(function CardNodeView({ data: { card, words, at } }: NodeProps<CardNode>) {
  const t = useTranslations('editor.canvas');
  const item = useMapItem({ type: 'card', id: card.id });
  const lane = useLaneTitle(at.laneId);
  const tinted = isCardColour(card.colour);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a card is not.
    <div
      {...item.props}
      role="group"
      aria-label={t(words === '' ? 'emptyCardName' : 'cardName', { words, number: at.number, step: at.step, lane })}
      aria-roledescription={t('card')}
      className="map-item map-card"
      data-shape={card.shape}
      style={{
        background: `var(--map-${card.colour})`,
        borderColor: tinted ? `var(--map-border-${card.colour})` : 'transparent',
        borderRadius: card.shape === 'pill' ? Math.min(20, card.box.height / 2) : 6,
      }}
    >
      {item.editing ? null : (
        <TextLines text={card.text} origin={card.box} />
      )}
    </div>
  );
});
