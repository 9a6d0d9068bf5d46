import { describe, expect, test } from 'vitest';
import { endOf, tokenState } from '@/components/workspace/tokens/accessToken';

const now = new Date('2026-11-25T12:00:00Z');
const state = (expiresAt: string | null) => tokenState({ expiresAt }, now);

describe('an access token', () => {
  test('is marked two weeks before its end, and is over at its end', () => {
    expect(state(null)).toBe('valid');
    expect(state('2026-12-09T12:00:00.001Z')).toBe('valid');
    expect(state('2026-12-09T12:00:00.000Z')).toBe('endsSoon');
    expect(state('2026-11-25T12:00:00.001Z')).toBe('endsSoon');
    expect(state('2026-11-25T12:00:00.000Z')).toBe('over');
  });

  test('ends after as many days as were chosen, or never', () => {
    expect(endOf('month', now)?.toISOString()).toBe('2026-12-25T12:00:00.000Z');
    expect(endOf('never', now)).toBeNull();
  });
});
