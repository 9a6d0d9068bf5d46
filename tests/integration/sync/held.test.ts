import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '@/lib/access/actor';
import { findMapAccess, requireMapAccess } from '@/lib/auth/mapAccess';
import { createMetrics } from '@/lib/metrics/metrics';
import { closeCodes } from '@/lib/sync/closeCodes';
import type { WorkshopAction } from '@/lib/workshop/action';
import { actOnWorkshop } from '@/lib/workshop/changeWorkshop';
import { listDatabaseKinds } from '@/tests/builders/database';
import { addScene } from '@/tests/builders/roomServer';
import { confirming, until, useRooms } from './setUp';

describe.each(await listDatabaseKinds())('a map that is locked, on %s', (kind) => {
  const rooms = useRooms({ kind });
  const act = (actor: Actor, mapId: string, action: WorkshopAction): Promise<void> =>
    actOnWorkshop({ ...rooms.server.running, metrics: createMetrics() }, actor, mapId, action);
  const stored = async (mapId: string): Promise<string> => (await rooms.server.rooms.liveMaps.read(mapId)).map.meta.title;

  test('D6: what others write is not taken in, and comes in after the unlocking', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const participant = await join('editor');
    const leader = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    const other = await rooms.opened({ mapId, cookie: participant.cookie, params: confirming });
    const before = await stored(mapId);
    await act(owner.actor, mapId, { type: 'start' });
    await act(owner.actor, mapId, { type: 'locks.set', map: true });
    await until(() => expect(other.closes).toEqual([closeCodes.roleChanged]));
    await until(() => expect(other.provider.synced).toBe(true));

    const confirmed = other.confirmations.length;
    other.write(' by a participant');
    other.provider.awareness.setLocalStateField('cursor', { x: 1, y: 2 });
    leader.write(' by the leader');
    await until(() => {
      expect(other.title).toContain('by the leader');
      expect(leader.provider.awareness.getStates().get(other.doc.clientID)).toMatchObject({ cursor: { x: 1, y: 2 } });
    });
    expect(await stored(mapId)).toBe(`${before} by the leader`);
    expect(leader.title).toBe(`${before} by the leader`);
    expect(other.confirmations).toHaveLength(confirmed);
    // The leader stays connected: nothing has changed for them.
    expect(leader.closes).toEqual([]);

    await act(owner.actor, mapId, { type: 'locks.set', map: false });
    await until(async () => {
      expect(leader.title).toContain('by a participant');
      expect(await stored(mapId)).toContain('by a participant');
    });
  });

  test('D6: what was written away from the network waits for the unlocking, too, also when the workshop just ends', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const participant = await join('editor');
    const away = await rooms.opened({ mapId, cookie: participant.cookie, params: confirming });
    away.provider.disconnect();
    away.write(' offline');
    await act(owner.actor, mapId, { type: 'start' });
    await act(owner.actor, mapId, { type: 'locks.set', map: true });
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(away.doc));
    away.provider.connect();
    await until(() => expect(away.provider.synced).toBe(true));
    expect(await stored(mapId)).not.toContain('offline');
    // Another visit begins from the copy on the device.
    away.destroy();
    const later = await rooms.opened({ mapId, cookie: participant.cookie, params: confirming, doc: copy });
    expect(await stored(mapId)).not.toContain('offline');
    await act(owner.actor, mapId, { type: 'end' });
    await until(async () => expect(await stored(mapId)).toContain('offline'));
    expect(later.title).toContain('offline');
  });

  test('D6: whoever takes over the lead may write, and whoever steps down may not', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const second = await join('editor');
    const { database } = rooms.server.running;
    const mayWrite = async (actor: Actor): Promise<boolean> =>
      requireMapAccess(actor, mapId, 'write', database).then(
        () => true,
        () => false,
      );
    await act(owner.actor, mapId, { type: 'start' });
    await act(owner.actor, mapId, { type: 'locks.set', map: true });
    const client = await rooms.opened({ mapId, cookie: second.cookie, params: confirming });
    expect([await mayWrite(owner.actor), await mayWrite(second.actor)]).toEqual([true, false]);
    await expect(requireMapAccess(second.actor, mapId, 'write', database)).rejects.toMatchObject({
      code: 'forbidden',
      messageKey: 'mapHeld',
    });
    expect((await findMapAccess(database, second.actor, mapId))?.standing).toEqual({
      kind: 'member',
      role: 'editor',
      held: true,
    });
    await requireMapAccess(second.actor, mapId, 'comment', database);
    await act(second.actor, mapId, { type: 'lead' });
    await until(() => expect(client.closes).toEqual([closeCodes.roleChanged]));
    expect(await mayWrite(second.actor)).toBe(true);
    await act(owner.actor, mapId, { type: 'stepDown' });
    expect([await mayWrite(owner.actor), await mayWrite(second.actor)]).toEqual([false, true]);
    await act(second.actor, mapId, { type: 'end' });
    expect([await mayWrite(owner.actor), await mayWrite(second.actor)]).toEqual([true, true]);
  });
});
