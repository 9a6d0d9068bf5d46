import type { ArrangedStep } from '../arrange';
import type { Card } from '../card';
import { type CardParts, haveSameParts, noParts } from '../cardParts';
import type { Lane, LaneKind } from '../lane';
import { layoutBelowText, layoutPictures, partGap, pictureEdge } from './cardParts';
import { cardSignSize, kindSigns } from './cardSigns';
import { layoutVotes } from './cardVotes';
import { grid } from './grid';
import { isCardColour } from './palette';
import { heightOf, placeText } from './textBlock';
import type { Box, CardLayout, Measure, TextStyleName } from './types';
import { wrapOf } from './wrap';

const note = { x: 12, y: 10 };
const pill = { x: 16, y: 8 };
/** Between a kind's sign and the text. */
const signGap = 6;

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

type CardInputs = { lane: LaneKind; tone: Tone; parts: CardParts; x: number; y: number; width: number; measure: Measure };

/** The last layout of each card record. Documents keep the record of an unchanged card, so most of a relayout is answered here. */
const lastLayouts = new WeakMap<Card, { inputs: CardInputs; layout: CardLayout }>();

const areSame = (a: CardInputs, b: CardInputs): boolean =>
  a.x === b.x &&
  a.y === b.y &&
  a.width === b.width &&
  a.lane === b.lane &&
  a.tone === b.tone &&
  a.measure === b.measure &&
  haveSameParts(a.parts, b.parts);

/**
 * A card at a place, of a width; its height follows from its words and from what it carries. The same record in the same place gives the same object again, so that
 * whoever draws it can see that nothing changed. Never change what it returns.
 */
export function layoutCard(
  card: Card,
  lane: Pick<Lane, 'kind'>,
  tone: Tone,
  at: Omit<Box, 'height'>,
  measure: Measure,
  parts: CardParts = noParts,
): CardLayout {
  const inputs = { lane: lane.kind, tone, parts, x: at.x, y: at.y, width: at.width, measure };
  const known = lastLayouts.get(card);
  if (known && areSame(known.inputs, inputs)) return known.layout;
  const layout = placeCard(card, inputs);
  lastLayouts.set(card, { inputs, layout });
  return layout;
}

function placeCard(card: Card, { lane, tone, parts, x, y, width, measure }: CardInputs): CardLayout {
  const shape = lane === 'feeling' ? 'pill' : 'note';
  const style: TextStyleName = card.kind === 'quote' ? 'quote' : shape === 'pill' ? 'pill' : 'card';
  const padding = shape === 'pill' ? pill : note;
  const inner = width - 2 * padding.x;
  const signed = kindSigns[card.kind] !== null;
  const shift = signed ? cardSignSize + signGap : 0;
  const room = inner - shift;
  const lines = wrapOf(measure)(card.text, style, room);
  const align = shape === 'pill' ? 'centre' : 'left';
  const { pictures, bottom } = layoutPictures(parts.pictures, { x, y, width });
  const isBare = !signed && lines.length === 0;
  const hasMore = parts.tags.length + parts.files.length + parts.links.length > 0;
  // A picture, or what else there is, says enough: no line is left free for words that are not there.
  const rows = isBare && (pictures.length > 0 || hasMore) ? 0 : Math.max(1, lines.length);
  const top = pictures.length === 0 ? y + padding.y : bottom + partGap;
  const textBox = { x: x + padding.x + shift, y: top, width: room, height: heightOf(rows, style) };
  const below = layoutBelowText(
    parts,
    { x: x + padding.x, y: rows === 0 ? top : top + textBox.height + (hasMore ? partGap : 0), width: inner },
    measure,
  );
  // Where a picture is the last thing on a card, it is as far from this edge as from the others.
  const last = rows === 0 && !hasMore ? bottom + pictureEdge - padding.y : hasMore ? below.bottom : top + textBox.height;
  const votes = layoutVotes(card.votes, { x: x + padding.x, y: last + partGap, width: inner }, align, measure);
  const end = (votes ? votes.box.y + votes.box.height : last) + padding.y;
  return {
    id: card.id,
    stepId: card.pos.stepId,
    laneId: card.pos.laneId,
    box: { x, y, width, height: end - y },
    text: placeText(lines, style, { x: textBox.x, y: top, align, width: room }),
    textBox,
    shape,
    colour: cardColourOf(card, lane, tone),
    kind: card.kind,
    signAt: signed ? { x: x + padding.x, y: top + 2 } : null,
    pictures,
    tags: below.tags,
    files: below.files,
    links: below.links,
    ...(votes && { votes }),
  };
}

type CellInputs = {
  lane: LaneKind;
  tone: Tone;
  x: number;
  y: number;
  width: number;
  measure: Measure;
  parts: ReadonlyMap<string, CardParts>;
};
type LaidCell = { cards: CardLayout[]; bottom: number };

/** The last layout of each cell, by its array of cards: who rearranges a map keeps the arrays of cells in which nothing changed. */
const lastCells = new WeakMap<readonly Card[], { inputs: CellInputs; laid: LaidCell }>();

const areSameCells = (a: CellInputs, b: CellInputs): boolean =>
  a.x === b.x &&
  a.y === b.y &&
  a.width === b.width &&
  a.lane === b.lane &&
  a.tone === b.tone &&
  a.measure === b.measure &&
  a.parts === b.parts;

const nothingCarried: ReadonlyMap<string, CardParts> = new Map();

/** Cards of a cell, one below the other. The same cards in the same place give the same object again. Never change what it returns. */
export function layoutCards(
  cards: readonly Card[],
  lane: Lane,
  tone: Tone,
  cell: Omit<Box, 'height'>,
  measure: Measure,
  parts: ReadonlyMap<string, CardParts> = nothingCarried,
): LaidCell {
  const inputs = { lane: lane.kind, tone, x: cell.x, y: cell.y, width: cell.width, measure, parts };
  const known = lastCells.get(cards);
  if (known && areSameCells(known.inputs, inputs)) return known.laid;
  let y = cell.y;
  const placed = cards.map((card) => {
    const layout = layoutCard(card, lane, tone, { x: cell.x, y, width: cell.width }, measure, parts.get(card.id));
    y += layout.box.height + grid.gap;
    return layout;
  });
  const laid = { cards: placed, bottom: placed.length === 0 ? cell.y : y - grid.gap };
  lastCells.set(cards, { inputs, laid });
  return laid;
}
