import type * as Y from 'yjs';
import { toDormantMoment } from '../createDocument';
import { toInputText } from '../plainValue';
import { findAlive, localOrigin, recordsOf } from '../schema';
import { setText } from '../textReference';
import { type Container, containerOf, makeRoom, moveInList } from './lists';
import type { Place } from './places';
import { deleteRecords, insertRecord } from './records';

/** Next to another step, or in a stage: at a number among its steps, or at its end. */
export type StepPlace = { before: string } | { after: string } | { stageId: string; index?: number };

/** The list of steps and the place in it; null when the stage, or the step next to it, is not there. */
export function findStepPlace(doc: Y.Doc, at: StepPlace): { container: Container; place: Place | undefined } | null {
  if ('stageId' in at) {
    if (!findAlive(doc, 'stages', at.stageId)) return null;
    return { container: { stageId: at.stageId }, place: at.index === undefined ? undefined : { index: at.index } };
  }
  const anchor = findAlive(doc, 'steps', 'before' in at ? at.before : at.after);
  const container = anchor && containerOf(anchor);
  return container?.stageId && findAlive(doc, 'stages', container.stageId) ? { container, place: at } : null;
}

/** Adds a step. Returns its id, or null when there is no such place. */
export function addStep(doc: Y.Doc, input: { at: StepPlace; title?: string }, origin: unknown = localOrigin): string | null {
  return doc.transact(() => {
    const target = findStepPlace(doc, input.at);
    const order = target && makeRoom(doc, 'steps', target.container, target.place, 1)?.[0];
    if (!target || !order) return null;
    const id = insertRecord(doc, 'steps', {
      pos: { ...target.container, order },
      title: toInputText(input.title ?? ''),
      notes: '',
      evidenceLevel: 'assumed',
    });
    recordsOf(doc, 'moments').set(id, toDormantMoment());
    return id;
  }, origin);
}

export function renameStep(doc: Y.Doc, input: { id: string; title: string }, origin: unknown = localOrigin): boolean {
  return setText(doc, { reference: { type: 'step', id: input.id, field: 'title' }, text: input.title }, origin);
}

/** Moves steps, in the order given, with everything that hangs on them. An index counts the other steps of the stage only. */
export function moveSteps(doc: Y.Doc, input: { ids: readonly string[]; to: StepPlace }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    const target = findStepPlace(doc, input.to);
    return target !== null && moveInList(doc, 'steps', input.ids, target.container, target.place);
  }, origin);
}

/** Moves one step. */
export function moveStep(doc: Y.Doc, input: { id: string; to: StepPlace }, origin: unknown = localOrigin): boolean {
  return moveSteps(doc, { ids: [input.id], to: input.to }, origin);
}

/** Deletes a step. Its cards stay and are shown as unplaced. */
export function deleteStep(doc: Y.Doc, input: { id: string }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'steps', ids: [input.id] }, origin);
}
