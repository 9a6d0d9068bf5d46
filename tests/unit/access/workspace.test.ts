import { describe, expect, test } from 'vitest';
import type { Standing } from '@/lib/access/standing';
import { canMakeResetLink, canRemoveMember, keepsAnOwner } from '@/lib/access/workspace';

const at = (workspaceId: string, role: string, userId = 'u') => ({ workspaceId, userId, role });
const member = (role: 'owner' | 'viewer'): Standing => ({ kind: 'member', role });

describe('who may make a link for another person’s password', () => {
  test('an owner of every workspace that the person belongs to', () => {
    expect(canMakeResetLink([at('a', 'owner')], [at('a', 'editor')])).toBe(true);
    expect(canMakeResetLink([at('a', 'owner'), at('b', 'owner')], [at('a', 'editor'), at('b', 'owner')])).toBe(true);
  });
  test('not an owner of one of two: the link would open the other', () => {
    expect(canMakeResetLink([at('a', 'owner')], [at('a', 'viewer'), at('b', 'viewer')])).toBe(false);
    expect(canMakeResetLink([at('a', 'owner'), at('b', 'editor')], [at('a', 'viewer'), at('b', 'owner')])).toBe(false);
  });
  test('nobody for a person without a workspace', () => expect(canMakeResetLink([at('a', 'owner')], [])).toBe(false));
});

describe('a workspace keeps an owner', () => {
  const members = [
    { userId: 'u1', role: 'owner' },
    { userId: 'u2', role: 'editor' },
  ];
  test('its last one can neither leave nor be demoted', () => {
    expect(keepsAnOwner(members, 'u1', null)).toBe(false);
    expect(keepsAnOwner(members, 'u1', 'editor')).toBe(false);
    expect(keepsAnOwner(members, 'u1', 'owner')).toBe(true);
  });
  test('others can', () => {
    expect(keepsAnOwner(members, 'u2', null)).toBe(true);
    expect(keepsAnOwner([...members, { userId: 'u3', role: 'owner' }], 'u1', null)).toBe(true);
  });
});

test('everybody may leave; only owners remove others', () => {
  expect(canRemoveMember(member('viewer'), 'oneself')).toBe(true);
  expect(canRemoveMember(member('viewer'), 'another')).toBe(false);
  expect(canRemoveMember(member('owner'), 'another')).toBe(true);
  expect(canRemoveMember(null, 'oneself')).toBe(false);
});
