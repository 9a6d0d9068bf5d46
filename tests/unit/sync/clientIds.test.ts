import { describe, expect, test } from 'vitest';
import { ClientIds, type Writer } from '@/lib/sync/clientIds';

const writer = (name: string, session = name): Writer => ({ actorId: `user:${name}`, sessionId: session });

describe('client ids', () => {
  test('belong to whoever names them first, until they leave', () => {
    const [ann, ben] = [writer('ann'), writer('ben')];
    const ids = new ClientIds<Writer>();
    expect(ids.name(ann, 1)).toBe(true);
    expect(ids.name(ben, 1)).toBe(false);
    expect(ids.holderOf(1)).toBe(ann);
    ids.leave(ann);
    expect(ids.holderOf(1)).toBeUndefined();
    expect(ids.name(ben, 1)).toBe(true);
  });

  test('pass to another connection of the same session, and stay with it when the old one is found to be gone', () => {
    const [old, fresh] = [writer('ann'), writer('ann')];
    const ids = new ClientIds<Writer>();
    ids.name(old, 1);
    expect(ids.name(fresh, 1)).toBe(true);
    ids.leave(old);
    expect(ids.holderOf(1)).toBe(fresh);
  });

  test('belong to their author for ever, from whatever session', () => {
    const ids = new ClientIds<Writer>(new Map([[1, 'user:ann']]));
    expect(ids.name(writer('ben'), 1)).toBe(false);
    expect(ids.name(writer('ann', 'her phone'), 1)).toBe(true);
  });

  test('a connection that names none holds the one under which it writes, until somebody names it', () => {
    const [program, ann] = [writer('program'), writer('ann')];
    const ids = new ClientIds<Writer>();
    expect(ids.wrote(program, new Set([1, 2]))).toBeNull();
    expect(ids.wrote(program, new Set([3]))).toBe(3);
    expect(ids.wrote(program, new Set([3]))).toBeNull();
    expect(ids.holderOf(3)).toBe(program);
    const other = new ClientIds<Writer>();
    other.wrote(program, new Set([4]));
    // Its author is known already: an id that was written under is nobody else's.
    expect(other.name(ann, 4)).toBe(false);
  });

  test('what somebody hands on does not become theirs', () => {
    const [ann, ben] = [writer('ann'), writer('ben')];
    const ids = new ClientIds<Writer>();
    ids.name(ann, 1);
    expect(ids.wrote(ann, new Set([1, 2]))).toBe(1);
    expect(ids.wrote(ann, new Set([2]))).toBeNull();
    expect(ids.holderOf(2)).toBeUndefined();
    expect(ids.name(ben, 2)).toBe(true);
    expect(ids.wrote(ben, new Set([2]))).toBe(2);
  });
});
