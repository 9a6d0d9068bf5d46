import type { JourneyMap } from '@/lib/map/journeyMap';

/** The records that operations refer to. */
export type Referred =
  | 'stages'
  | 'steps'
  | 'lanes'
  | 'cards'
  | 'touchpoints'
  | 'departments'
  | 'personas'
  | 'transitions'
  | 'links'
  | 'attachments'
  | 'cardLinks'
  | 'reasons';

const byField: Record<string, Referred> = {
  stageId: 'stages',
  stepId: 'steps',
  laneId: 'lanes',
  personaId: 'personas',
  departmentId: 'departments',
  stepIds: 'steps',
  cardId: 'cards',
  // Of what evidence is linked to.
  transitionId: 'transitions',
  momentId: 'steps',
  cardIds: 'cards',
  touchpointIds: 'touchpoints',
  // Of a transition; where `to` is a place, its own fields are asked for.
  from: 'steps',
  to: 'steps',
};

const byNoun: [RegExp, Referred][] = [
  [/Stage/, 'stages'],
  [/Step/, 'steps'],
  [/Lane/, 'lanes'],
  [/CardLink/, 'cardLinks'],
  [/^changeLink$|^unlinkEvidence$/, 'links'],
  [/Reason/, 'reasons'],
  [/Attachment/, 'attachments'],
  [/Card/, 'cards'],
  [/Touchpoint/, 'touchpoints'],
  [/Persona/, 'personas'],
  [/Transition/, 'transitions'],
  [/Department/, 'departments'],
];

/** Of what kind the record is that a field of a named operation refers to; null when it can be any. */
export function referredBy(operation: string, field: string): Referred | null {
  const known = byField[field];
  if (known) return known;
  return byNoun.find(([noun]) => noun.test(operation))?.[1] ?? null;
}

const kinds: readonly Referred[] = ['stages', 'steps', 'lanes', 'cards', 'touchpoints', 'departments', 'personas', 'transitions'];

/** The ids of a map's records that a field of a named operation can refer to, deleted ones included. */
export function idsFor(map: JourneyMap, operation: string, field: string): string[] {
  const kind = referredBy(operation, field);
  return (kind ? [kind] : kinds).flatMap((each) => map[each].map(({ id }) => id));
}
