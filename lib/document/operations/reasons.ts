import * as Y from 'yjs';
import { toEmotion } from '@/lib/map/emotion';
import {
  answerKey,
  type Differing,
  differingSchema,
  maxAnswers,
  maxKeyLength,
  maxReasonsPerThing,
  type ReasonAim,
  type ReasonAnswer,
  reasonAimSchema,
  reasonAnswerSchema,
  toAnswers,
} from '@/lib/map/reason';
import { isSameValue } from '@/lib/map/sameValue';
import { readSet, writeElement, writeSet } from '../answerSets';
import { toInputText, toPlainValue } from '../plainValue';
import { findAlive, isAlive, localOrigin, type RecordMap, recordsOf } from '../schema';
import { writeText } from '../textReference';
import { deleteRecords, insertRecord } from './records';

/** The aim as it is stored; null for what is none. */
function toAim(aim: ReasonAim): ReasonAim | null {
  const { data } = reasonAimSchema.safeParse(aim);
  return data?.kind === 'emotion' ? { ...data, to: toEmotion(data.to) } : (data ?? null);
}

const countAbout = (doc: Y.Doc, about: Differing): number =>
  [...recordsOf(doc, 'reasons').values()].filter(
    (record) => record instanceof Y.Map && isAlive(record) && isSameValue(record.get('about'), about),
  ).length;

/**
 * Says why something differs from the state that the map was derived from. The thing need not be on the map: to have removed it has a reason, too. Others may
 * give theirs beside this one. Returns the reason’s id; null when there are enough for this thing, or when what is given is none.
 */
export function addReason(
  doc: Y.Doc,
  input: { about: Differing; text?: string; answers?: readonly ReasonAnswer[]; aim?: ReasonAim },
  origin: unknown = localOrigin,
): string | null {
  const { data: about } = differingSchema.safeParse({ ...input.about, id: toInputText(input.about.id, maxKeyLength) });
  const aim = input.aim && toAim(input.aim);
  const answers = toAnswers(input.answers ?? []);
  if (!about || aim === null || answers.length > maxAnswers) return null;
  return doc.transact(() => {
    if (countAbout(doc, about) >= maxReasonsPerThing) return null;
    return insertRecord(doc, 'reasons', { about, text: toInputText(input.text ?? ''), answers, aim });
  }, origin);
}

function change(doc: Y.Doc, id: string, origin: unknown, write: (reason: RecordMap) => boolean): boolean {
  return doc.transact(() => {
    const reason = findAlive(doc, 'reasons', id);
    return reason !== null && write(reason);
  }, origin);
}

/** Replaces a reason’s words by the smallest edit. False when it is gone. */
export function setReasonText(doc: Y.Doc, input: { id: string; text: string }, origin: unknown = localOrigin): boolean {
  return change(doc, input.id, origin, (reason) => writeText(reason, 'text', input.text));
}

/** Says which pain points and evidence a difference answers: exactly these. False when the reason is gone, or when they are too many. */
export function setReasonAnswers(
  doc: Y.Doc,
  input: { id: string; answers: readonly ReasonAnswer[] },
  origin: unknown = localOrigin,
): boolean {
  const answers = toAnswers(input.answers);
  if (answers.length > maxAnswers) return false;
  return change(doc, input.id, origin, (reason) => {
    writeSet(reason, 'answers', answers);
    return true;
  });
}

/** Adds one answer beside those that others add meanwhile. False when the reason is gone or has its fill. */
export function addReasonAnswer(doc: Y.Doc, input: { id: string; answer: ReasonAnswer }, origin: unknown = localOrigin): boolean {
  const { data: answer } = reasonAnswerSchema.safeParse(input.answer);
  if (!answer) return false;
  return change(doc, input.id, origin, (reason) => {
    const known = keysIn(reason);
    if (!known.has(answerKey(answer)) && known.size >= maxAnswers) return false;
    writeElement(reason, 'answers', answerKey(answer), true);
    return true;
  });
}

/** Takes one answer away. False when the reason is gone. */
export function removeReasonAnswer(
  doc: Y.Doc,
  input: { id: string; answer: ReasonAnswer },
  origin: unknown = localOrigin,
): boolean {
  return change(doc, input.id, origin, (reason) => {
    writeElement(reason, 'answers', answerKey(input.answer), false);
    return true;
  });
}

function keysIn(reason: RecordMap): ReadonlySet<string> {
  const answers = readSet(toPlainValue(reason.get('answers')));
  return new Set((Array.isArray(answers) ? toAnswers(answers) : []).map(answerKey));
}

/** Says which effect is hoped for; null for none. False when the reason is gone, or the aim is none. */
export function setReasonAim(doc: Y.Doc, input: { id: string; aim: ReasonAim | null }, origin: unknown = localOrigin): boolean {
  const aim = input.aim && toAim(input.aim);
  if (aim === null && input.aim !== null) return false;
  return change(doc, input.id, origin, (reason) => {
    if (aim === null) {
      if (reason.has('aim')) reason.delete('aim');
    } else if (!isSameValue(reason.get('aim'), aim)) reason.set('aim', aim);
    return true;
  });
}

/** Deletes a reason softly. False when it is gone already. */
export function deleteReason(doc: Y.Doc, input: { id: string }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'reasons', ids: [input.id] }, origin);
}
