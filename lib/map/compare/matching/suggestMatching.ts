import { type ArrangedMap, arrange, cellKey } from '../../arrange';
import type { Card } from '../../card';
import type { JourneyMap } from '../../journeyMap';
import { alignLists } from './alignLists';
import { textLikeness, toComparedWords } from './likeness';
import { type HandPair, type Identified, type Matchable, type Matching, matchable } from './matching';

type Pairs = Map<string, string>;
type Titled = { id: string; words: readonly string[] };

const least = { inOrder: 0.34, outOfOrder: 0.6 };
const leastOfCards = { inOrder: 0.4, outOfOrder: 0.5 };

const titled = (records: readonly { id: string }[], textOf: (record: never) => string): Titled[] =>
  records.map((record) => ({ id: record.id, words: toComparedWords(textOf(record as never)) }));

const byWords = (a: Titled, b: Titled): number => textLikeness(a.words, b.words);

/** What somebody said by hand comes first; what they said is in no pair has none. */
function withHand(pairs: readonly [string, string][], hand: readonly HandPair[], collection: Matchable): Pairs {
  const own = hand.filter((pair) => pair.collection === collection);
  const [taken, given] = [new Set(own.map(({ before }) => before)), new Set(own.map(({ after }) => after))];
  const result = new Map(pairs.filter(([before, after]) => !taken.has(before) && !given.has(after)));
  for (const { before, after } of own) if (after !== null) result.set(before, after);
  return result;
}

/** Lanes of one kind stand for each other in their order; own ones by their words. */
function matchLanes(a: ArrangedMap, b: ArrangedMap): [string, string][] {
  const [lanesA, lanesB] = [a, b].map((map) => [...map.lanes, ...map.hiddenLanes]);
  const alike = (one: (typeof a.lanes)[number], other: (typeof a.lanes)[number]): number => {
    const words = textLikeness(toComparedWords(one.title), toComparedWords(other.title));
    if (one.kind !== other.kind) return words >= 0.9 ? words : 0;
    return one.kind === 'custom' ? words : 0.7 + 0.3 * words;
  };
  return alignLists(lanesA ?? [], lanesB ?? [], alike, { inOrder: 0.5, outOfOrder: 0.5 }).map(([x, y]) => [x.id, y.id]);
}

/** Cards of cells that stand for each other by alike words; elsewhere those that say the very same. */
function matchCards(a: ArrangedMap, b: ArrangedMap, steps: Pairs, lanes: Pairs): [string, string][] {
  const pairs: [string, string][] = [];
  const toTitled = (cards: readonly Card[]): Titled[] => titled(cards, (card: Card) => card.text);
  for (const [key, cards] of a.cells) {
    const [stepId = '', laneId = ''] = key.split(':');
    const there = b.cells.get(cellKey(steps.get(stepId) ?? '', lanes.get(laneId) ?? ''));
    if (!there) continue;
    for (const [x, y] of alignLists(toTitled(cards), toTitled(there), byWords, leastOfCards)) pairs.push([x.id, y.id]);
  }
  const [usedA, usedB] = [new Set(pairs.map(([x]) => x)), new Set(pairs.map(([, y]) => y))];
  const textOf = (card: Card): string => toComparedWords(card.text).join(' ');
  const others = new Map<string, string[]>();
  for (const card of [...b.cells.values()].flat()) {
    const text = textOf(card);
    if (!usedB.has(card.id) && text !== '') others.set(text, [...(others.get(text) ?? []), card.id]);
  }
  for (const card of [...a.cells.values()].flat()) {
    const id = usedA.has(card.id) ? undefined : others.get(textOf(card))?.shift();
    if (id !== undefined) pairs.push([card.id, id]);
  }
  return pairs;
}

/** What hangs on steps that stand for each other: touchpoints by channel and name, transitions by where they lead. */
function matchParts(a: ArrangedMap, b: ArrangedMap, steps: Pairs): { touchpoints: Pairs; transitions: Pairs } {
  const touchpoints: Pairs = new Map();
  const stepsOfB = new Map(b.steps.map((step) => [step.id, step]));
  for (const step of a.steps) {
    const there = stepsOfB.get(steps.get(step.id) ?? '');
    if (!there) continue;
    const alike = (x: (typeof step.touchpoints)[number], y: typeof x): number =>
      (x.channel === y.channel ? 0.6 : 0) + 0.4 * textLikeness(toComparedWords(x.name), toComparedWords(y.name));
    for (const [x, y] of alignLists(step.touchpoints, there.touchpoints, alike, { inOrder: 0.5, outOfOrder: 0.5 })) {
      touchpoints.set(x.id, y.id);
    }
  }
  const end = (id: string | null): string => (id === null ? '' : (steps.get(id) ?? `${id} alone`));
  const left = new Map(b.transitions.map((one) => [`${one.kind} ${one.from} ${one.to ?? ''}`, one.id]));
  const transitions: Pairs = new Map();
  for (const { id, kind, from, to } of a.transitions) {
    const key = `${kind} ${end(from)} ${end(to)}`;
    const there = left.get(key);
    if (there === undefined) continue;
    transitions.set(id, there);
    left.delete(key);
  }
  return { touchpoints, transitions };
}

/**
 * Suggests what of two maps that have grown apart from the beginning is the same: stages and steps by the words of their titles and by their order, lanes by
 * kind, cards by alike words in cells that stand for each other. What somebody paired or parted by hand holds.
 */
export function suggestMatching(before: JourneyMap, after: JourneyMap, hand: readonly HandPair[] = []): Matching {
  const [a, b] = [arrange(before), arrange(after)];
  const pairs = (found: readonly [Titled, Titled][]): [string, string][] => found.map(([x, y]) => [x.id, y.id]);
  const byTitle = (x: readonly { id: string; title: string }[], y: typeof x): [string, string][] => {
    const words = (one: { title: string }): string => one.title;
    return pairs(alignLists(titled(x, words), titled(y, words), byWords, least));
  };
  const byName = (x: readonly { id: string; name: string }[], y: typeof x): [string, string][] => {
    const words = (one: { name: string }): string => one.name;
    return pairs(alignLists(titled(x, words), titled(y, words), byWords, { inOrder: 0.5, outOfOrder: 0.5 }));
  };
  const stagesOf = ({ stages }: ArrangedMap) => stages.filter(({ unplaced }) => !unplaced);
  const steps = withHand(byTitle(a.steps, b.steps), hand, 'steps');
  const lanes = withHand(matchLanes(a, b), hand, 'lanes');
  const personas = byName(a.personas, b.personas);
  const [firstA, firstB] = [a.personas[0], b.personas[0]];
  // Whoever the journey is about is the same one, by whatever name, unless the name says otherwise.
  const isFree = firstA && firstB && !personas.some(([x, y]) => x === firstA.id || y === firstB.id);
  return {
    stages: withHand(byTitle(stagesOf(a), stagesOf(b)), hand, 'stages'),
    steps,
    lanes,
    cards: withHand(matchCards(a, b, steps, lanes), hand, 'cards'),
    personas: withHand(isFree ? [...personas, [firstA.id, firstB.id]] : personas, hand, 'personas'),
    departments: withHand(byName(a.departments, b.departments), hand, 'departments'),
    ...matchParts(a, b, steps),
    // Counted in both, perhaps, and never the same.
    ...{ attachments: new Map(), cardLinks: new Map(), links: new Map() },
  };
}

/** The matching of two maps by their ids, but for what somebody paired or parted by hand. */
export function handMatching(before: JourneyMap, after: JourneyMap, hand: readonly HandPair[]): Matching {
  const matching: { [C in Identified]?: Pairs } = {};
  for (const collection of matchable) {
    if (!hand.some((pair) => pair.collection === collection)) continue;
    const there = new Set(after[collection].map(({ id }) => id));
    const same = before[collection].flatMap(({ id }): [string, string][] => (there.has(id) ? [[id, id]] : []));
    matching[collection] = withHand(same, hand, collection);
  }
  return matching;
}
