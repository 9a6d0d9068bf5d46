import { trayStepId } from '@/lib/map/card';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { ReadIssue } from './readRecord';
import { type Collection, recordNames } from './schema';

/** Whether a record with this id was read, deleted ones included. */
export type IsKnown = (collection: Collection, id: string) => boolean;

/** `kept`: the record stays in the map although something that it points to is missing, because it carries words. */
export type ReferenceResult = { kept: boolean; issues: ReadIssue[] };

type Reference = { field: string; to: Collection; id: string; needed: boolean };

// A moment goes by its step's id, and comes and goes with a mark: evidence hung on it stays as long as the step does.
const linkTargets = { step: 'steps', card: 'cards', transition: 'transitions', moment: 'steps' } as const;

type ReferencesOf = { [C in Collection]: (record: JourneyMap[C][number]) => Reference[] };

const atStep = (id: string, field = 'stepId'): Reference => ({ field, to: 'steps', id, needed: true });
const onCard = (id: string, field = 'pos'): Reference => ({ field, to: 'cards', id, needed: true });

const referencesOf: ReferencesOf = {
  stages: () => [],
  departments: () => [],
  personas: () => [],
  lanes: () => [],
  // A step without its stage and a card without its cell are shown as unplaced.
  steps: ({ pos }) => [{ field: 'pos', to: 'stages', id: pos.stageId, needed: false }],
  cards: ({ pos }) => [
    { field: 'pos', to: 'steps', id: pos.stepId, needed: false },
    { field: 'pos', to: 'lanes', id: pos.laneId, needed: false },
  ],
  attachments: ({ pos }) => [onCard(pos.cardId)],
  cardTags: ({ cardId }) => [onCard(cardId, 'cardId')],
  cardLinks: ({ pos }) => [onCard(pos.cardId)],
  touchpoints: ({ pos }) => [atStep(pos.stepId, 'pos')],
  stepDepartments: ({ stepId, departmentId }) => [
    atStep(stepId),
    { field: 'departmentId', to: 'departments', id: departmentId, needed: true },
  ],
  emotions: ({ stepId, personaId }) => [atStep(stepId), { field: 'personaId', to: 'personas', id: personaId, needed: true }],
  moments: ({ stepId }) => [atStep(stepId)],
  transitions: ({ from, to }) => [atStep(from, 'from'), ...(to === null ? [] : [atStep(to, 'to')])],
  links: ({ target }) => [{ field: 'target', to: linkTargets[target.type], id: target.id, needed: true }],
  // What they are about may be gone, and what they answer may be on another map.
  reasons: () => [],
};

/** The collections whose records a collection's records point to. */
export const dependencies: Record<Collection, readonly Collection[]> = {
  stages: [],
  departments: [],
  personas: [],
  lanes: [],
  steps: ['stages'],
  cards: ['steps', 'lanes'],
  attachments: ['cards'],
  cardTags: ['cards'],
  cardLinks: ['cards'],
  touchpoints: ['steps'],
  stepDepartments: ['steps', 'departments'],
  emotions: ['steps', 'personas'],
  moments: ['steps'],
  transitions: ['steps'],
  links: ['steps', 'cards', 'transitions'],
  reasons: [],
};

/** Judges what a record points to. Operations never leave a reference without its record, so a missing one is worth a report. */
export function checkReferences<C extends Collection>(
  collection: C,
  key: string,
  record: JourneyMap[C][number],
  isKnown: IsKnown,
): ReferenceResult {
  let kept = true;
  const issues: ReadIssue[] = [];
  for (const reference of referencesOf[collection](record)) {
    if (isKnown(reference.to, reference.id) || reference.id === trayStepId) continue;
    kept &&= !reference.needed;
    const problem = `${reference.needed ? 'left out' : 'unplaced'}: there is no such ${recordNames[reference.to]}`;
    issues.push({ record: recordNames[collection], id: key, field: reference.field, problem });
  }
  return { kept, issues };
}
