import type { SignatureAnswer, SignOffAnswer } from './signOffAnswer';
import type { Decision } from './signOffStatus';

/** The one that is open; null when none is. */
export const findOpen = (items: readonly SignOffAnswer[]): SignOffAnswer | null =>
  items.find(({ status }) => status === 'open') ?? null;

/** The newest baseline whose version is still there; `items` newest first. */
export function findBaseline(items: readonly SignOffAnswer[]): SignOffAnswer | null {
  const signed = items.filter(({ status, version }) => status === 'signed' && !version.isDeleted);
  return signed.reduce<SignOffAnswer | null>((newest, one) => (endOf(one) > (newest ? endOf(newest) : '') ? one : newest), null);
}

const endOf = ({ ended }: SignOffAnswer): string => ended?.at ?? '';

/** What is to be told of a version: that it is a baseline, else that it is up for sign-off. */
export function findOfVersion(items: readonly SignOffAnswer[], number: number): SignOffAnswer | null {
  const its = items.filter(({ version }) => version.number === number);
  return its.find(({ status }) => status === 'signed') ?? findOpen(its);
}

/** What a person is asked for in it. */
export const signaturesOf = ({ signatures }: SignOffAnswer, personId: string): SignatureAnswer[] =>
  signatures.filter(({ person }) => person.id === personId);

/** What a person has decided by now: once for everything that they are asked for. Null for somebody who is not asked. */
export function decisionOf(signOff: SignOffAnswer, personId: string): Decision | null {
  const decided = signaturesOf(signOff, personId).map(({ decision }) => decision);
  if (decided.length === 0) return null;
  return (['pending', 'objected'] as const).find((decision) => decided.includes(decision)) ?? 'signed';
}

/** How many people are asked, have signed, and object: somebody may be asked for several departments. */
export function countPeople(signOff: SignOffAnswer): { asked: number; signed: number; objected: number } {
  const people = [...new Set(signOff.signatures.map(({ person }) => person.id))];
  const decided = people.map((id) => decisionOf(signOff, id));
  const count = (wanted: Decision): number => decided.filter((decision) => decision === wanted).length;
  return { asked: people.length, signed: count('signed'), objected: count('objected') };
}

/** Whether a person's signature is all that is missing. */
export const isLastSignature = (signOff: SignOffAnswer, personId: string): boolean =>
  signOff.signatures.every(({ person, decision }) => person.id === personId || decision === 'signed');

/** The ones that this one came in place of, the last first, as far as they are listed. */
export function listBefore(items: readonly SignOffAnswer[], signOff: SignOffAnswer): SignOffAnswer[] {
  const before: SignOffAnswer[] = [];
  for (let id = signOff.insteadOf; id !== null; ) {
    const found = items.find((one) => one.id === id);
    if (!found || before.includes(found)) break;
    before.push(found);
    id = found.insteadOf;
  }
  return before;
}
