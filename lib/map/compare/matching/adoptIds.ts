import type { JourneyMap } from '../../journeyMap';
import type { Identified, Matching } from './matching';

const identified = [
  ...(['stages', 'steps', 'touchpoints', 'departments', 'personas', 'lanes', 'cards'] as const),
  ...(['attachments', 'cardLinks', 'transitions', 'links'] as const),
] as const satisfies readonly Identified[];

/** The longest id, and what stands before one that would be taken for another record's. */
const longest = 64;
const apart = (id: string): string => `other-${id}`.slice(0, longest);

/**
 * The map with the ids of another one in place of its own, as they are matched, so that the two can be compared by id. An own id that happens to be one of the
 * other map's, and is not matched with it, becomes another one. `original`: the own ids by the new ones.
 */
export function adoptIds(
  map: JourneyMap,
  other: JourneyMap,
  matching: Matching,
): { map: JourneyMap; original: ReadonlyMap<string, string> } {
  const original = new Map<string, string>();
  const ids = new Map<Identified, (id: string) => string>();
  for (const collection of identified) {
    const pairs = matching[collection] ?? new Map<string, string>();
    const taken = new Set<string>([...(other[collection] as { id: string }[]).map(({ id }) => id), ...pairs.values()]);
    const toId = (id: string): string => {
      const matched = pairs.get(id);
      if (matched !== undefined) return matched;
      return matching[collection] !== undefined && taken.has(id) ? apart(id) : id;
    };
    ids.set(collection, toId);
    for (const { id } of map[collection] as { id: string }[]) {
      if (toId(id) !== id) original.set(`${collection} ${toId(id)}`, id);
    }
  }
  const of = (collection: Identified, id: string): string => ids.get(collection)?.(id) ?? id;
  const renamed = {
    ...map,
    stages: map.stages.map((one) => ({ ...one, id: of('stages', one.id) })),
    steps: map.steps.map((one) => ({
      ...one,
      id: of('steps', one.id),
      pos: { ...one.pos, stageId: of('stages', one.pos.stageId) },
    })),
    touchpoints: map.touchpoints.map((one) => ({
      ...{ ...one, id: of('touchpoints', one.id) },
      pos: { ...one.pos, stepId: of('steps', one.pos.stepId) },
    })),
    departments: map.departments.map((one) => ({ ...one, id: of('departments', one.id) })),
    stepDepartments: map.stepDepartments.map((one) => ({
      ...{ ...one, stepId: of('steps', one.stepId), departmentId: of('departments', one.departmentId) },
    })),
    personas: map.personas.map((one) => ({ ...one, id: of('personas', one.id) })),
    emotions: map.emotions.map((one) => ({
      ...{ ...one, stepId: of('steps', one.stepId), personaId: of('personas', one.personaId) },
    })),
    moments: map.moments.map((one) => ({ ...one, stepId: of('steps', one.stepId) })),
    lanes: map.lanes.map((one) => ({ ...one, id: of('lanes', one.id) })),
    cards: map.cards.map((one) => ({
      ...{ ...one, id: of('cards', one.id) },
      pos: { ...one.pos, stepId: of('steps', one.pos.stepId), laneId: of('lanes', one.pos.laneId) },
    })),
    attachments: map.attachments.map((one) => ({
      ...{ ...one, id: of('attachments', one.id) },
      pos: { ...one.pos, cardId: of('cards', one.pos.cardId) },
    })),
    cardTags: map.cardTags.map((one) => ({ ...one, cardId: of('cards', one.cardId) })),
    cardLinks: map.cardLinks.map((one) => ({
      ...{ ...one, id: of('cardLinks', one.id) },
      pos: { ...one.pos, cardId: of('cards', one.pos.cardId) },
    })),
    transitions: map.transitions.map((one) => ({
      ...{ ...one, id: of('transitions', one.id), from: of('steps', one.from), to: one.to === null ? null : of('steps', one.to) },
    })),
    links: map.links.map((one) => {
      const { type, id } = one.target;
      const collection = ({ step: 'steps', moment: 'steps', card: 'cards', transition: 'transitions' } as const)[type];
      return { ...one, id: of('links', one.id), target: { type, id: of(collection, id) } };
    }),
  };
  return { map: renamed, original };
}
