import { expect, test } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { isForAudience } from '@/lib/events/audience';
import type { LiveEvent } from '@/lib/events/event';

const scope = { kind: 'map', mapId: 'm', workspaceId: 'w' } as const;
const user: Actor = { kind: 'user', userId: 'u', sessionId: 's', name: 'Ana', email: 'ana@example.org' };
const guest = (role: 'editor' | 'commenter' | 'viewer'): Actor => ({
  ...{ kind: 'guest', guestId: 'g', sessionId: 't', name: 'Gast', mapId: 'm', departmentId: null },
  role,
});
const about = (mapId: string): LiveEvent => ({ id: '1', kind: 'comments.changed', mapId, payload: { threadId: 't' } });

test('comments are told to everybody who has the map open and may read them', () => {
  for (const actor of [user, guest('editor'), guest('commenter')]) expect(isForAudience(about('m'), scope, actor)).toBe(true);
  expect(isForAudience(about('m'), scope, guest('viewer'))).toBe(false);
  expect(isForAudience(about('other'), scope, user)).toBe(false);
  expect(isForAudience(about('m'), { kind: 'workspace', workspaceId: 'w' }, user)).toBe(false);
});

test('an inbox is told to its person alone, whatever they have open', () => {
  const event: LiveEvent = { id: '1', kind: 'inbox.changed', userId: 'u', payload: {} };
  expect(isForAudience(event, scope, user)).toBe(true);
  expect(isForAudience(event, { kind: 'workspace', workspaceId: 'other' }, user)).toBe(true);
  expect(isForAudience(event, scope, { ...user, userId: 'v' })).toBe(false);
  expect(isForAudience(event, scope, guest('editor'))).toBe(false);
});

test('what changes about evidence is told to members of the workspace, on its maps as well, and to no guest', () => {
  const event: LiveEvent = { id: '1', kind: 'evidence.changed', workspaceId: 'w', payload: { sourceId: 's', importId: null } };
  for (const open of [scope, { kind: 'workspace', workspaceId: 'w' } as const])
    expect(isForAudience(event, open, user)).toBe(true);
  expect(isForAudience(event, scope, guest('editor'))).toBe(false);
  expect(isForAudience(event, { kind: 'workspace', workspaceId: 'other' }, user)).toBe(false);
});
