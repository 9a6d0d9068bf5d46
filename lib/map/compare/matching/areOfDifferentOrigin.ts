import type { JourneyMap } from '../../journeyMap';
import { textLikeness, toComparedWords } from './likeness';

type Told = { id: string; text: string };

/** Ids of templates and imported files count; those of what people add are random, and the same by origin only. */
const counted = /^[a-z]+\d{1,6}$/i;

/** How alike two texts are, at least, that come from one; and how many of those with one id are, at least, in maps that come from one. */
const alike = 0.34;
const leastAlike = 0.15;

const toldOf = ({ steps, cards }: JourneyMap): Told[] => [
  ...steps.flatMap(({ id, title, deletedAt }) => (deletedAt === undefined ? [{ id: `step ${id}`, text: title }] : [])),
  ...cards.flatMap(({ id, text, deletedAt }) => (deletedAt === undefined ? [{ id: `card ${id}`, text }] : [])),
];

/**
 * Whether two maps have grown from different beginnings: they have no step and no card in common, or only such as were counted in both, and say other things
 * under the same numbers.
 */
export function areOfDifferentOrigin(before: JourneyMap, after: JourneyMap): boolean {
  if (before.steps.length === 0 || after.steps.length === 0) return false;
  const texts = new Map(toldOf(after).map(({ id, text }) => [id, text]));
  const shared = toldOf(before).filter(({ id }) => texts.has(id));
  if (shared.some(({ id }) => !counted.test(id.slice(id.indexOf(' ') + 1)))) return false;
  const same = shared.filter(
    ({ id, text }) =>
      text === texts.get(id) || textLikeness(toComparedWords(text), toComparedWords(texts.get(id) ?? '')) >= alike,
  );
  return same.length < leastAlike * Math.max(1, shared.length);
}
