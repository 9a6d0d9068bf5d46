import { describe, expect, test } from 'vitest';
import type { SignatureAnswer, SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import type { Decision } from '@/lib/signOffs/signOffStatus';
import {
  countPeople,
  decisionOf,
  findBaseline,
  findOfVersion,
  findOpen,
  isLastSignature,
  listBefore,
} from '@/lib/signOffs/signOffView';

const signature = (who: string, decision: Decision, department: string | null = null): SignatureAnswer => ({
  ...{ id: `${who}${department}`, person: { id: who, name: who }, isMember: true },
  ...{ department: department === null ? null : { id: department, name: department }, decision },
  ...{ reason: '', askedAt: '2026-11-01T00:00:00.000Z', decidedAt: null },
});
const signOff = (id: string, over: Partial<SignOffAnswer> = {}): SignOffAnswer => ({
  ...{ id, status: 'open', version: { number: 1, name: '', isDeleted: false }, everyDepartment: false, note: '', dueOn: null },
  ...{ by: null, at: '2026-11-01T00:00:00.000Z', insteadOf: null, ended: null, signatures: [] },
  ...over,
});
const ended = (at: string) => ({ ended: { at, by: null, reason: '' } });

describe('what is to be told of sign-offs', () => {
  test('a person decides once for all that they are asked for, and counts once', () => {
    const both = signOff('a', {
      signatures: [signature('vera', 'signed', 'x'), signature('vera', 'pending', 'y'), signature('carl', 'objected')],
    });
    expect([decisionOf(both, 'vera'), decisionOf(both, 'carl'), decisionOf(both, 'olga')]).toEqual(['pending', 'objected', null]);
    expect(countPeople(both)).toEqual({ asked: 2, signed: 0, objected: 1 });
    expect(isLastSignature(both, 'vera')).toBe(false);
    const nearly = signOff('a', { signatures: [signature('vera', 'signed'), signature('carl', 'pending')] });
    expect([isLastSignature(nearly, 'carl'), isLastSignature(nearly, 'vera')]).toEqual([true, false]);
  });

  test('the baseline is the newest whose version is there; a baseline is told before what is open', () => {
    const old = signOff('old', { status: 'signed', ...ended('2026-11-02T00:00:00.000Z') });
    const later = signOff('new', { status: 'signed', ...ended('2026-11-05T00:00:00.000Z') });
    const gone = signOff('gone', {
      ...{ status: 'signed', version: { number: 3, name: '', isDeleted: true } },
      ...ended('2026-11-09T00:00:00.000Z'),
    });
    const open = signOff('open', { version: { number: 4, name: '', isDeleted: false } });
    const items = [open, gone, old, later];
    expect([findBaseline(items)?.id, findOpen(items)?.id, findBaseline([open, gone])]).toEqual(['new', 'open', null]);
    expect(findOfVersion([signOff('again'), old], 1)?.id).toBe('old');
    expect(findOfVersion(items, 4)?.id).toBe('open');
    expect(findOfVersion([signOff('past', { status: 'withdrawn' })], 1)).toBeNull();
  });

  test('what it came in place of is found as far as it is listed, and not for ever', () => {
    const first = signOff('first', { status: 'withdrawn', insteadOf: 'unlisted' });
    const second = signOff('second', { status: 'withdrawn', insteadOf: 'first' });
    const third = signOff('third', { insteadOf: 'second' });
    expect(listBefore([third, second, first], third).map(({ id }) => id)).toEqual(['second', 'first']);
    const [a, b] = [signOff('a', { insteadOf: 'b' }), signOff('b', { insteadOf: 'a' })];
    expect(listBefore([a, b], a).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
