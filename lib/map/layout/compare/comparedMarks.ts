import type { ComparedEntry } from '../../compare/comparedEntry';
import type { ComparedStates } from '../../compare/compareStates';
import type { DifferenceKind } from '../../diff/mapDiff';
import { boxOf } from '../textBlock';
import type { Box, MapLayout, Point } from '../types';

/** What is said of something by a sign: one of the differences, or that it has moved from here. */
export type ComparedSign = DifferenceKind | 'movedAway';

/**
 * Something that differs, framed, with its signs. `column`: the whole column of a step that came or went. `signs` are centres of signs at 100 %; none on what
 * came or went with its step or lane, whose sign stands for all.
 */
export type ComparedMark = {
  /** `collection id` on the union. */
  key: string;
  sign: ComparedSign;
  box: Box;
  radius: number;
  column: Box | null;
  /** A path that is drawn in the mark's colour in place of a frame. */
  path: string | null;
  signs: readonly { sign: ComparedSign; at: Point }[];
};

/** Radius of a sign, and the distance to the next one beside it. */
export const signRadius = 9;
const signStep = 20;

/** Room between words of the title block and their frame. */
const framed = { x: 10, y: 2 };

const collectionOf = {
  card: 'cards',
  step: 'steps',
  stage: 'stages',
  lane: 'lanes',
  touchpoint: 'touchpoints',
  transition: 'transitions',
} as const;

type Shape = Pick<ComparedMark, 'box' | 'radius' | 'path' | 'column'>;
type Found = { key: string; signs: Set<DifferenceKind>; shape: Shape; within: string[] };

/** The frames and signs of everything that differs and has a place of its own on the map. */
export function boxMarks(
  { groups, union }: Pick<ComparedStates, 'groups'> & { union: Pick<ComparedStates['union'], 'ghosts'> },
  layout: MapLayout,
  kinds: ReadonlySet<DifferenceKind>,
): ComparedMark[] {
  const shapes = shapesOf(layout);
  const found = new Map<string, Found>();
  for (const { entries } of groups) {
    for (const entry of entries) {
      if (kinds.has(entry.kind)) enter(found, entry, shapes);
    }
  }
  const whole = new Set([...found.values()].flatMap(({ key, signs }) => [...signs].map((sign) => `${sign} ${key}`)));
  const marks = [...found.values()].map(({ key, signs, shape, within }): ComparedMark => {
    const all = (['removed', 'added', 'changed', 'moved'] as const).filter((sign) => signs.has(sign));
    const sign = all[0] ?? 'changed';
    const isWithin = (sign === 'added' || sign === 'removed') && within.some((owner) => whole.has(`${sign} ${owner}`));
    const column = sign === 'added' || sign === 'removed' ? shape.column : null;
    return { key, sign, ...shape, column, signs: isWithin ? [] : placeSigns(all, shape.box) };
  });
  if (!kinds.has('moved')) return marks;
  for (const { id, box, shape } of layout.cards) {
    if (!union.ghosts.has(id)) continue;
    const radius = shape === 'pill' ? Math.min(18, box.height / 2) : 6;
    const sign = 'movedAway' as const;
    marks.push({ key: `cards ${id}`, sign, box, radius, column: null, path: null, signs: placeSigns([sign], box) });
  }
  return marks;
}

const placeSigns = (signs: readonly ComparedSign[], { x, y }: Box): ComparedMark['signs'] =>
  signs.map((sign, at) => ({ sign, at: { x: x + 1 + at * signStep, y: y + 1 } }));

type Shapes = (key: string) => { shape: Shape; within: string[] } | null;

function shapesOf(layout: MapLayout): Shapes {
  const plain = { path: null, column: null };
  const all = new Map<string, { shape: Shape; within: string[] }>();
  for (const { id, box, column } of layout.steps)
    all.set(`steps ${id}`, { shape: { box, radius: 8, path: null, column }, within: [] });
  for (const { id, box } of layout.stages) all.set(`stages ${id}`, { shape: { box, radius: 2, ...plain }, within: [] });
  for (const { id, header } of layout.lanes) {
    const box = { x: header.x - 12, y: header.y + 4, width: header.width - 4, height: header.height - 8 };
    all.set(`lanes ${id}`, { shape: { box, radius: 6, ...plain }, within: [] });
  }
  for (const { id, box, shape, stepId, laneId } of layout.cards) {
    const radius = shape === 'pill' ? Math.min(18, box.height / 2) : 6;
    all.set(`cards ${id}`, { shape: { box, radius, ...plain }, within: [`steps ${stepId}`, `lanes ${laneId}`] });
  }
  for (const { id, box, stepId } of layout.touchpoints) {
    const radius = Math.min(18, box.height / 2);
    all.set(`touchpoints ${id}`, { shape: { box, radius, ...plain }, within: [`steps ${stepId}`] });
  }
  for (const { id, labelBox, path } of layout.transitions) {
    // Beside the words, which are short: a sign over them would hide a number.
    const box = { ...labelBox, x: labelBox.x - signRadius - 3 };
    all.set(`transitions ${id}`, { shape: { box, radius: 4, path, column: null }, within: [] });
  }
  const { title, scenario, goal, fields } = layout.title;
  for (const [field, block] of Object.entries({ title, scenario, goal })) {
    const box = boxOf(block) ?? fields[field as keyof typeof fields];
    const around = {
      x: box.x - framed.x,
      y: box.y - framed.y,
      width: box.width + 2 * framed.x,
      height: box.height + 2 * framed.y,
    };
    all.set(`meta ${field}`, { shape: { box: around, radius: 6, ...plain }, within: [] });
  }
  return (key) => all.get(key) ?? null;
}

/** What a difference is marked at. A touchpoint that is not drawn by itself is one of its step; what hangs on something changes that. */
function enter(found: Map<string, Found>, { kind, difference, place, stepId }: ComparedEntry, shapes: Shapes): void {
  if (place === null || place.type === 'emotion') return;
  const key = place.type === 'meta' ? `meta ${place.field}` : `${collectionOf[place.type]} ${place.id}`;
  const own = shapes(key);
  const [at, shape] = own ? [key, own] : [`steps ${stepId}`, shapes(`steps ${stepId}`)];
  if (!shape || (!own && place.type !== 'touchpoint')) return;
  const isItself = own !== null && at === `${difference.collection} ${difference.id}`;
  const sign = isItself ? kind : 'changed';
  const known = found.get(at);
  if (known) known.signs.add(sign);
  else found.set(at, { key: at, signs: new Set([sign]), ...shape });
}
