import { arrange } from '../arrange';
import type { Collection } from '../collections';
import type { Difference, DifferenceKind } from '../diff/mapDiff';
import { Names, type ThingName } from '../diff/namesOf';
import { orderOf } from '../diff/readingOrder';
import { withoutParts } from '../diff/summariseDiff';
import type { JourneyMap } from '../journeyMap';

/** What on the map a difference is shown at: what hangs on a card or a step is shown there. */
export type ComparedPlace =
  | { type: 'card' | 'step' | 'stage' | 'lane' | 'transition' | 'touchpoint'; id: string }
  | { type: 'emotion'; stepId: string; personaId: string }
  | { type: 'meta'; field: 'title' | 'scenario' | 'goal' | 'persona' };

/** A single difference as it is listed. `stepId`: under which step; null for what belongs to the map as a whole. */
export type ComparedEntry = {
  /** The same for the same difference, whatever else differs. */
  key: string;
  kind: DifferenceKind;
  difference: Difference;
  name: ThingName;
  place: ComparedPlace | null;
  stepId: string | null;
};

/** Differences of one step, or (`stepId` null) of the map as a whole, in reading order. */
export type ComparedGroup = { stepId: string | null; number: number; title: string; entries: readonly ComparedEntry[] };

const rankOfCollection: readonly (Collection | 'meta')[] = [
  ...(['meta', 'personas', 'departments', 'stages', 'lanes', 'steps', 'moments', 'emotions'] as const),
  ...([
    'stepDepartments',
    'touchpoints',
    'cards',
    'attachments',
    'cardTags',
    'cardLinks',
    'transitions',
    'links',
    'reasons',
  ] as const),
];

/** Finds where things of two states stand on their union. */
class Places {
  readonly #cards: ReadonlyMap<string, string>;
  readonly #cardOfPart: ReadonlyMap<string, string>;
  readonly #touchpoints: ReadonlyMap<string, string>;
  readonly #transitions: ReadonlyMap<string, string>;

  constructor(maps: readonly JourneyMap[]) {
    const all = <T>(of: (map: JourneyMap) => readonly T[]): T[] => maps.flatMap((map) => [...of(map)]);
    this.#cards = new Map(all(({ cards }) => cards).map(({ id, pos }) => [id, pos.stepId]));
    const parts = [...all(({ attachments }) => attachments), ...all(({ cardLinks }) => cardLinks)];
    this.#cardOfPart = new Map(parts.map(({ id, pos }) => [id, pos.cardId]));
    this.#touchpoints = new Map(all(({ touchpoints }) => touchpoints).map(({ id, pos }) => [id, pos.stepId]));
    this.#transitions = new Map(all(({ transitions }) => transitions).map(({ id, from }) => [id, from]));
  }

  placeOf(difference: Difference): ComparedPlace | null {
    const { collection, id } = difference;
    const [first = '', second = ''] = id.split(':');
    switch (collection) {
      case 'cards':
        return { type: 'card', id };
      case 'steps':
      case 'moments':
        return { type: 'step', id };
      case 'stages':
        return { type: 'stage', id };
      case 'lanes':
        return { type: 'lane', id };
      case 'touchpoints':
        return { type: 'touchpoint', id };
      case 'transitions':
        return { type: 'transition', id };
      case 'emotions':
        return { type: 'emotion', stepId: first, personaId: second };
      case 'stepDepartments':
        return { type: 'step', id: first };
      case 'cardTags':
        return { type: 'card', id: first };
      case 'attachments':
      case 'cardLinks':
        return { type: 'card', id: this.#cardOfPart.get(id) ?? '' };
      case 'links':
        return placeOfLink(difference);
      case 'meta':
        return { type: 'meta', field: metaField(difference) };
      default:
        return null;
    }
  }

  stepOf(place: ComparedPlace | null): string | null {
    switch (place?.type) {
      case 'card':
        return this.#cards.get(place.id) ?? null;
      case 'step':
        return place.id;
      case 'touchpoint':
        return this.#touchpoints.get(place.id) ?? null;
      case 'transition':
        return this.#transitions.get(place.id) ?? null;
      case 'emotion':
        return place.stepId;
      default:
        return null;
    }
  }
}

function placeOfLink(difference: Difference): ComparedPlace | null {
  if (difference.collection !== 'links' || !('record' in difference)) return null;
  const { type, id } = difference.record.target;
  return { type: type === 'moment' ? 'step' : type, id };
}

function metaField(difference: Difference): 'title' | 'scenario' | 'goal' {
  const fields = difference.kind === 'changed' ? difference.fields.map(({ field }) => field) : [];
  return fields.includes('title')
    ? 'title'
    : fields.includes('scenario')
      ? 'scenario'
      : fields.includes('goal')
        ? 'goal'
        : 'title';
}

/**
 * The single differences of two states, step by step as they are read on the union of both, the map as a whole first. What came or went with the
 * step, persona or card that it hangs on is not listed again.
 */
export function listEntries(
  differences: readonly Difference[],
  before: JourneyMap,
  after: JourneyMap,
  union: JourneyMap,
): ComparedGroup[] {
  const names = new Names(before, after);
  const places = new Places([before, after, union]);
  const arranged = arrange(union);
  const { steps } = arranged;
  const known = new Set(steps.map(({ id }) => id));
  const order = orderOf([arranged]);
  const rank = ({ difference: { collection, id } }: ComparedEntry): [number, number] => [
    rankOfCollection.indexOf(collection),
    order(`${collection} ${id}`),
  ];
  const groups = new Map<string | null, ComparedEntry[]>();
  for (const difference of withoutParts(differences)) {
    const { kind, collection, id } = difference;
    const place = places.placeOf(difference);
    const at = places.stepOf(place);
    const stepId = at !== null && known.has(at) ? at : null;
    const key = `${kind} ${collection} ${id}`;
    const entry: ComparedEntry = { key, kind, difference, name: names.of(difference), place, stepId };
    const group = groups.get(stepId);
    if (group) group.push(entry);
    else groups.set(stepId, [entry]);
  }
  const sorted = (entries: readonly ComparedEntry[]): ComparedEntry[] =>
    entries
      .map((entry) => ({ entry, rank: rank(entry) }))
      .sort((a, b) => a.rank[0] - b.rank[0] || (a.rank[1] < b.rank[1] ? -1 : a.rank[1] > b.rank[1] ? 1 : 0))
      .map(({ entry }) => entry);
  const whole = groups.get(null);
  // On the union both titles stand in one: here it is called what it is called now.
  const titles = new Map(
    after.steps.flatMap(({ id, title, deletedAt }) => (deletedAt === undefined ? [[id, title] as const] : [])),
  );
  return [
    ...(whole ? [{ stepId: null, number: 0, title: '', entries: sorted(whole) }] : []),
    ...steps.flatMap(({ id, number, title }) => {
      const entries = groups.get(id);
      return entries ? [{ stepId: id, number, title: titles.get(id) ?? title, entries: sorted(entries) }] : [];
    }),
  ];
}
