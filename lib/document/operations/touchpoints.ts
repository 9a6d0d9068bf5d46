import type * as Y from 'yjs';
import { toInputText } from '../plainValue';
import { findAlive, localOrigin } from '../schema';
import { type Container, containerOf, makeRoom, moveInList } from './lists';
import type { Place } from './places';
import { deleteRecords, insertRecord, setField } from './records';

/** Next to another touchpoint, or at a step: at a number among its touchpoints, or at the end. */
export type TouchpointPlace = { before: string } | { after: string } | { stepId: string; index?: number };

function toListPlace(doc: Y.Doc, at: TouchpointPlace): { container: Container; place: Place | undefined } | null {
  if ('stepId' in at) {
    if (!findAlive(doc, 'steps', at.stepId)) return null;
    return { container: { stepId: at.stepId }, place: at.index === undefined ? undefined : { index: at.index } };
  }
  const anchor = findAlive(doc, 'touchpoints', 'before' in at ? at.before : at.after);
  const container = anchor && containerOf(anchor);
  return container?.stepId && findAlive(doc, 'steps', container.stepId) ? { container, place: at } : null;
}

const toName = (name: string): string => toInputText(name.replace(/\s+/g, ' '), 200);
const toChannel = (channel: string): string => toInputText(channel.trim(), 40);

/** The fields of a new touchpoint beside its place. */
export const toTouchpointFields = ({ name, channel }: { name: string; channel: string }): Record<string, string> => ({
  name: toName(name),
  channel: toChannel(channel) || 'other',
});

/** Adds a touchpoint. `channel` is one of the known ones or any text of 1–40 characters. Returns its id, or null when there is no such place. */
export function addTouchpoint(
  doc: Y.Doc,
  input: { at: TouchpointPlace; channel: string; name?: string },
  origin: unknown = localOrigin,
): string | null {
  const channel = toChannel(input.channel);
  if (channel === '') return null;
  return doc.transact(() => {
    const target = toListPlace(doc, input.at);
    const order = target && makeRoom(doc, 'touchpoints', target.container, target.place, 1)?.[0];
    if (!target || !order) return null;
    return insertRecord(doc, 'touchpoints', { pos: { ...target.container, order }, name: toName(input.name ?? ''), channel });
  }, origin);
}

/** Changes what is given, and leaves the rest. */
export function updateTouchpoint(
  doc: Y.Doc,
  input: { id: string; name?: string; channel?: string },
  origin: unknown = localOrigin,
): boolean {
  const channel = input.channel === undefined ? undefined : toChannel(input.channel);
  if (channel === '') return false;
  return doc.transact(() => {
    const touchpoint = findAlive(doc, 'touchpoints', input.id);
    if (!touchpoint) return false;
    if (input.name !== undefined) setField(touchpoint, 'name', toName(input.name));
    if (channel !== undefined) setField(touchpoint, 'channel', channel);
    return true;
  }, origin);
}

export function moveTouchpoint(doc: Y.Doc, input: { id: string; to: TouchpointPlace }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    const target = toListPlace(doc, input.to);
    return target !== null && moveInList(doc, 'touchpoints', [input.id], target.container, target.place);
  }, origin);
}

export function deleteTouchpoint(doc: Y.Doc, input: { id: string }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'touchpoints', ids: [input.id] }, origin);
}
