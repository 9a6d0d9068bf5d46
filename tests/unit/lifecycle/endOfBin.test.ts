import { describe, expect, it } from 'vitest';
import { daysLeft, endOfBin } from '@/lib/maps/endOfBin';

const deletedAt = new Date('2026-11-01T12:00:00Z');
const env = { BIN_DAYS: 30 };
const hoursLater = (hours: number) => new Date(deletedAt.getTime() + hours * 60 * 60 * 1000);

describe('the days that are left in the bin', () => {
  it('are all of them at the moment of deletion and just after', () => {
    expect(daysLeft(deletedAt, env, deletedAt)).toBe(30);
    expect(daysLeft(deletedAt, env, hoursLater(0.1))).toBe(30);
    expect(daysLeft(deletedAt, env, hoursLater(24.1))).toBe(29);
  });

  it('are one on the last day, and none from the end on', () => {
    expect(daysLeft(deletedAt, env, hoursLater(29 * 24 + 0.1))).toBe(1);
    expect(daysLeft(deletedAt, env, hoursLater(30 * 24 - 0.1))).toBe(1);
    expect(daysLeft(deletedAt, env, endOfBin(deletedAt, env))).toBe(0);
    expect(daysLeft(deletedAt, env, hoursLater(31 * 24))).toBe(0);
  });

  it('may be a single one', () => {
    expect(daysLeft(deletedAt, { BIN_DAYS: 1 }, hoursLater(0.1))).toBe(1);
  });
});
