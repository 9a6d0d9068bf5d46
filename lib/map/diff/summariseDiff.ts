import type { Collection } from '../collections';
import type { JourneyMap } from '../journeyMap';
import type { Gate } from '../moment';
import { type SummaryLine, type SummaryTarget, type SummaryThing, summaryThings } from './diffSummary';
import type { Difference, DifferenceKind, MapDiff } from './mapDiff';
import { Names, type ThingName } from './namesOf';
import { readingOrder } from './readingOrder';

const things: { readonly [C in Collection]?: SummaryThing } = {
  stages: 'stage',
  steps: 'step',
  touchpoints: 'touchpoint',
  departments: 'department',
  stepDepartments: 'role',
  personas: 'persona',
  emotions: 'emotion',
  moments: 'moment',
  lanes: 'lane',
  attachments: 'attachment',
  cardTags: 'tag',
  cardLinks: 'cardLink',
  transitions: 'transition',
  links: 'evidence',
  reasons: 'reason',
};
const kinds = ['added', 'removed', 'changed', 'moved'] as const satisfies readonly DifferenceKind[];

/**
 * What lies between two maps in few lines, most important first: what stands at the moments, steps, pain points and feelings, then the rest.
 * What came or went with its step or card is not counted again.
 */
export function summariseDiff({ differences }: MapDiff, before: JourneyMap, after: JourneyMap): SummaryLine[] {
  const names = new Names(before, after);
  const target = (difference: Difference): SummaryTarget => ({
    collection: difference.collection as Collection,
    id: difference.id,
    side: difference.kind === 'removed' ? 'before' : 'after',
    name: names.of(difference),
  });
  const order = readingOrder(before, after);
  const rankOf = ({ collection, id }: Difference): number => order(`${collection} ${id}`);
  const own = withoutParts(differences)
    .filter(({ collection }) => collection !== 'meta')
    .sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : rankOf(a) > rankOf(b) ? 1 : 0));
  const told = new Set<Difference>();
  const lines: { rank: number; line: SummaryLine }[] = [];
  const tell = (rank: number, line: SummaryLine, about: readonly Difference[]): void => {
    lines.push({ rank, line });
    for (const difference of about) told.add(difference);
  };
  for (const difference of own) {
    const gate = gateChange(difference);
    if (gate) tell(-1, { type: 'gate', ...gate, targets: [target(difference)] }, onlyField(difference) ? [difference] : []);
    const into = intoOf(difference, names);
    if (into) tell(0.5, { type: 'merged', ...into, targets: [target(difference)] }, [difference]);
  }
  for (const { persona, direction, mean, differences: about } of feelings(own, names)) {
    tell(4, { type: 'feeling', persona, direction, mean, targets: about.map(target) }, about);
  }
  for (const line of times(own, before, after, target)) tell(4.5, line, []);
  const unplaced = own.filter((difference) => difference.kind === 'moved' && difference.to.unplaced && !difference.from.unplaced);
  if (unplaced.length > 0) tell(99, { type: 'unplaced', targets: unplaced.map(target) }, unplaced);
  const cardThing = cardThings(before, after);
  const rest = own.filter((difference) => !told.has(difference));
  for (const [rank, what] of summaryThings.entries()) {
    for (const kind of kinds) {
      const about = rest.filter(
        (one) =>
          one.kind === kind && (one.collection === 'cards' ? cardThing(one.id) : things[one.collection as Collection]) === what,
      );
      if (about.length > 0) tell(rank, { type: 'records', what, kind, targets: about.map(target) }, []);
    }
  }
  for (const difference of differences) {
    if (difference.collection !== 'meta' || difference.kind !== 'changed') continue;
    for (const { field } of difference.fields) tell(98, { type: 'meta', field, targets: [] }, []);
  }
  return lines.sort((a, b) => a.rank - b.rank).map(({ line }) => line);
}

/** Without what came or went together with the step, persona, department or card that it hangs on. */
export function withoutParts(differences: readonly Difference[]): Difference[] {
  const whole = new Set(
    differences.flatMap(({ kind, collection, id }) =>
      kind === 'added' || kind === 'removed' ? [`${kind} ${collection} ${id}`] : [],
    ),
  );
  return differences.filter((difference) => !ownersOf(difference).some((owner) => whole.has(`${difference.kind} ${owner}`)));
}

function ownersOf(difference: Difference): string[] {
  if (difference.kind !== 'added' && difference.kind !== 'removed') return [];
  switch (difference.collection) {
    case 'touchpoints':
      return [`steps ${difference.record.pos.stepId}`];
    case 'moments':
      return [`steps ${difference.id}`];
    case 'stepDepartments':
      return [`steps ${difference.record.stepId}`, `departments ${difference.record.departmentId}`];
    case 'emotions':
      return [`steps ${difference.record.stepId}`, `personas ${difference.record.personaId}`];
    case 'attachments':
    case 'cardLinks':
      return [`cards ${difference.record.pos.cardId}`];
    case 'cardTags':
      return [`cards ${difference.record.cardId}`];
    case 'transitions':
      return [`steps ${difference.record.from}`, ...(difference.record.to === null ? [] : [`steps ${difference.record.to}`])];
    case 'links': {
      const { type, id } = difference.record.target;
      return [`${type === 'moment' ? 'step' : type}s ${id}`];
    }
    default:
      return [];
  }
}

function gateChange(difference: Difference): { before: Gate; after: Gate } | null {
  if (difference.kind !== 'changed' || difference.collection !== 'moments') return null;
  const gate = difference.fields.find(({ field }) => field === 'gate');
  return gate ? { before: gate.before as Gate, after: gate.after as Gate } : null;
}

const onlyField = (difference: Difference): boolean => difference.kind === 'changed' && difference.fields.length === 1;

function intoOf(difference: Difference, names: Names): { what: 'step' | 'stage'; into: ThingName } | null {
  if (difference.kind !== 'removed' || difference.mergedInto === undefined) return null;
  const { collection, mergedInto: id } = difference;
  return { what: collection === 'stages' ? 'stage' : 'step', into: names.of({ collection, id }) };
}

type Feeling = { persona: string; direction: 'better' | 'worse'; mean: number; differences: Difference[] };

/** How much better or worse each persona feels, at steps where something was said before and after. */
function feelings(differences: readonly Difference[], names: Names): Feeling[] {
  const groups = new Map<string, { persona: string; direction: 'better' | 'worse'; steps: [Difference, number][] }>();
  for (const difference of differences) {
    const by = difference.collection === 'emotions' && difference.kind === 'changed' ? changeOf(difference.fields) : 0;
    if (by === 0) continue;
    const direction = by > 0 ? 'better' : 'worse';
    const personaId = difference.id.slice(difference.id.indexOf(':') + 1);
    const key = `${personaId} ${direction}`;
    const group = groups.get(key) ?? { persona: names.persona(personaId), direction, steps: [] };
    groups.set(key, group);
    group.steps.push([difference, Math.abs(by)]);
  }
  return [...groups.values()].map(({ steps, ...group }) => ({
    ...group,
    mean: steps.reduce((sum, [, by]) => sum + by, 0) / steps.length,
    differences: steps.map(([difference]) => difference),
  }));
}

function changeOf(fields: readonly { field: string; before?: unknown; after?: unknown }[]): number {
  const value = fields.find(({ field }) => field === 'value');
  return value ? Number(value.after) - Number(value.before) : 0;
}

/** How long all steps together last, and wait, where that is otherwise. */
function times(
  differences: readonly Difference[],
  before: JourneyMap,
  after: JourneyMap,
  target: (difference: Difference) => SummaryTarget,
): SummaryLine[] {
  return (['waiting', 'duration'] as const).flatMap((field): SummaryLine[] => {
    const sum = ({ steps }: JourneyMap): number =>
      steps.reduce((total, step) => total + (step.deletedAt === undefined ? (step[field] ?? 0) : 0), 0);
    const about = differences.filter(
      (one) => one.collection === 'steps' && one.kind === 'changed' && one.fields.some((changed) => changed.field === field),
    );
    const [was, is] = [sum(before), sum(after)];
    return was === is ? [] : [{ type: 'time', field, before: was, after: is, targets: about.map(target) }];
  });
}

/** What cards are: by what they say they are, else by their lane. */
function cardThings(before: JourneyMap, after: JourneyMap): (id: string) => SummaryThing {
  const lanes = new Map([...before.lanes, ...after.lanes].map(({ id, kind }) => [id, kind]));
  const cards = new Map([...before.cards, ...after.cards].map((card) => [card.id, card]));
  return (id) => {
    const card = cards.get(id);
    const lane = card && lanes.get(card.pos.laneId);
    if (card?.kind === 'painPoint' || lane === 'painPoints') return 'painPoint';
    return card?.kind === 'opportunity' || lane === 'opportunities' ? 'opportunity' : 'card';
  };
}
