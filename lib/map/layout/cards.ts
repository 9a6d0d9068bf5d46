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

/** How a step feels: badly, neither, well. */
export type Tone = -1 | 0 | 1;

/** −1, 0 or 1: how the first persona who has an emotion at a step feels there. */
export function toneOf(step: ArrangedStep, personaIds: readonly string[]): Tone {
  for (const personaId of personaIds) {
    const value = step.emotions.get(personaId);
    if (value !== undefined) return value < 0 ? -1 : value > 0 ? 1 : 0;
  }
  return 0;
}

/** Palette entry of a card: its own, else by its kind, else by its lane; feelings take the step's emotion. */
export function cardColourOf(card: Pick<Card, 'kind' | 'colour'>, lane: LaneKind, tone: Tone): string {
  if (card.colour !== undefined && isCardColour(card.colour)) return card.colour;
  if (lane === 'feeling') return tone < 0 ? 'negativeTint' : tone > 0 ? 'positiveTint' : 'neutralTint';
  return kindColours[card.kind] ?? laneColours[lane] ?? 'plain';
}

type CardInputs = { lane: LaneKind; tone: Tone; x: number; y: number; width: number; measure: Measure };

/** The last layout of each card record. Documents keep the record of an unchanged card, so most of a relayout is answered here. */
const lastLayouts = new WeakMap<Card, { inputs: CardInputs; layout: CardLayout }>();

const areSame = (a: CardInputs, b: CardInputs): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.lane === b.lane && a.tone === b.tone && a.measure === b.measure;

/**
 * A card at a place, of a width; its height follows from its words. The same record in the same place gives the same object again, so that
 * whoever draws it can see that nothing changed. Never change what it returns.
 */
export function layoutCard(
  card: Card,
  lane: Pick<Lane, 'kind'>,
  tone: Tone,
  at: Omit<Box, 'height'>,
  measure: Measure,
): CardLayout {
  const inputs = { lane: lane.kind, tone, x: at.x, y: at.y, width: at.width, measure };
  const known = lastLayouts.get(card);
  if (known && areSame(known.inputs, inputs)) return known.layout;
  const layout = placeCard(card, inputs);
  lastLayouts.set(card, { inputs, layout });
  return layout;
}

function placeCard(card: Card, { lane, tone, x, y, width, measure }: CardInputs): CardLayout {
  const shape = lane === 'feeling' ? 'pill' : 'note';
  const style: TextStyleName = card.kind === 'quote' ? 'quote' : shape === 'pill' ? 'pill' : 'card';
  const padding = shape === 'pill' ? pill : note;
  const room = width - 2 * padding.x;
  const lines = wrapOf(measure)(card.text, style, room);
  const align = shape === 'pill' ? 'centre' : 'left';
  return {
    id: card.id,
    stepId: card.pos.stepId,
    laneId: card.pos.laneId,
    box: { x, y, width, height: heightOf(Math.max(1, lines.length), style) + 2 * padding.y },
    text: placeText(lines, style, { x: x + padding.x, y: y + padding.y, align, width: room }),
    shape,
    colour: cardColourOf(card, lane, tone),
  };
}

/** Cards of a cell, one below the other. */
export function layoutCards(
  cards: readonly Card[],
  lane: Lane,
  tone: Tone,
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
