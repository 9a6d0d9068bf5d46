import type { ArrangedStep } from '../arrange';
import type { Card } from '../card';
import type { Lane, LaneKind } from '../lane';
import { grid } from './grid';
import { isCardColour } from './palette';
import { heightOf, placeText } from './textBlock';
import type { Box, CardLayout, Measure, TextStyleName } from './types';
import { wrapOf } from './wrap';

const note = { x: 12, y: 10 };
const pill = { x: 16, y: 8 };

const laneColours: Partial<Record<LaneKind, string>> = {
  thinking: 'yellow',
  painPoints: 'rose',
  upstreamCause: 'rose',
  opportunities: 'green',
  frontstage: 'blue',
  backstage: 'slate',
  support: 'slate',
};

const kindColours: Partial<Record<Card['kind'], string>> = { painPoint: 'rose', opportunity: 'green', question: 'violet' };

/** −1, 0 or 1: how the first persona who has an emotion at a step feels there. */
export function toneOf(step: ArrangedStep, personaIds: readonly string[]): -1 | 0 | 1 {
  for (const personaId of personaIds) {
    const value = step.emotions.get(personaId);
    if (value !== undefined) return value < 0 ? -1 : value > 0 ? 1 : 0;
  }
  return 0;
}

/** Palette entry of a card: its own, else by its kind, else by its lane; feelings take the step's emotion. */
export function cardColourOf(card: Pick<Card, 'kind' | 'colour'>, lane: LaneKind, tone: -1 | 0 | 1): string {
  if (card.colour !== undefined && isCardColour(card.colour)) return card.colour;
  if (lane === 'feeling') return tone < 0 ? 'negativeTint' : tone > 0 ? 'positiveTint' : 'neutralTint';
  return kindColours[card.kind] ?? laneColours[lane] ?? 'plain';
}

/** A card at the top of a box's width; its height follows from its words. */
export function layoutCard(card: Card, lane: Lane, tone: -1 | 0 | 1, at: Omit<Box, 'height'>, measure: Measure): CardLayout {
  const shape = lane.kind === 'feeling' ? 'pill' : 'note';
  const style: TextStyleName = card.kind === 'quote' ? 'quote' : shape === 'pill' ? 'pill' : 'card';
  const padding = shape === 'pill' ? pill : note;
  const lines = wrapOf(measure)(card.text, style, at.width - 2 * padding.x);
  return {
    id: card.id,
    stepId: card.pos.stepId,
    laneId: card.pos.laneId,
    box: { ...at, height: heightOf(Math.max(1, lines.length), style) + 2 * padding.y },
    text: placeText(lines, style, {
      x: at.x + padding.x,
      y: at.y + padding.y,
      align: shape === 'pill' ? 'centre' : 'left',
      width: at.width - 2 * padding.x,
    }),
    shape,
    colour: cardColourOf(card, lane.kind, tone),
  };
}

/** Cards of a cell, one below the other. */
export function layoutCards(
  cards: readonly Card[],
  lane: Lane,
  tone: -1 | 0 | 1,
  cell: Omit<Box, 'height'>,
  measure: Measure,
): { cards: CardLayout[]; bottom: number } {
  let y = cell.y;
  const laid = cards.map((card) => {
    const layout = layoutCard(card, lane, tone, { x: cell.x, y, width: cell.width }, measure);
    y += layout.box.height + grid.gap;
    return layout;
  });
  return { cards: laid, bottom: laid.length === 0 ? cell.y : y - grid.gap };
}
