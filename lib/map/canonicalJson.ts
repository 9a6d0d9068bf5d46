import type { JourneyMap } from './journeyMap';

/** Data with the keys of all objects sorted; fields that are undefined are left out. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}

const byKey =
  <T>(key: (record: T) => string) =>
  (a: T, b: T): number => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };

/** The map with every array sorted by its records' keys: two maps that say the same are equal in this form. */
export function toCanonicalMap(map: JourneyMap): JourneyMap {
  const byId = byKey((record: { id: string }) => record.id);
  return {
    meta: map.meta,
    stages: map.stages.toSorted(byId),
    steps: map.steps.toSorted(byId),
    touchpoints: map.touchpoints.toSorted(byId),
    departments: map.departments.toSorted(byId),
    stepDepartments: map.stepDepartments.toSorted(byKey(({ stepId, departmentId }) => `${stepId}:${departmentId}`)),
    personas: map.personas.toSorted(byId),
    emotions: map.emotions.toSorted(byKey(({ stepId, personaId }) => `${stepId}:${personaId}`)),
    moments: map.moments.toSorted(byKey(({ stepId }) => stepId)),
    lanes: map.lanes.toSorted(byId),
    cards: map.cards.toSorted(byId),
    attachments: map.attachments.toSorted(byId),
    cardTags: map.cardTags.toSorted(byKey(({ cardId, tag }) => `${cardId}:${tag}`)),
    cardLinks: map.cardLinks.toSorted(byId),
    transitions: map.transitions.toSorted(byId),
    links: map.links.toSorted(byId),
    reasons: map.reasons.toSorted(byId),
  };
}

/** JSON data with sorted keys and two spaces of indentation; lists stay as they are. */
export function toSortedJson(value: unknown): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`;
}

/** Canonical JSON of a map: sorted keys, sorted records, two spaces of indentation. Equal maps give equal text. */
export function toCanonicalJson(map: JourneyMap): string {
  return toSortedJson(toCanonicalMap(map));
}
