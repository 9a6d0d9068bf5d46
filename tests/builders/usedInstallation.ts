import { storeBlob } from '@/lib/data/blobs';
import { joinBytes } from '@/lib/data/chunks';
import { addComment, createThread } from '@/lib/data/commentWrites';
import type { Database } from '@/lib/data/database';
import { compactDocument } from '@/lib/data/documentCompaction';
import { loadDocument } from '@/lib/data/documentLog';
import { appendUpdates } from '@/lib/data/documents';
import { joinAsGuest } from '@/lib/data/guests';
import { createJoinLink } from '@/lib/data/joinLinks';
import { deleteMap } from '@/lib/data/maps';
import { createMapTemplate } from '@/lib/data/mapTemplates';
import { listTables } from '@/lib/data/rows/columns';
import { readPages } from '@/lib/data/rows/readRows';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { newId } from '@/lib/map/id';
import { outlineOf } from '@/lib/map/templates/outline';
import type { Runtime } from '@/lib/runtime';
import { smallMap } from './map';
import { addMap, addMember, addPerson, addWorkspace, type Person } from './people';
import { patternBytes } from './storedMap';

/** What was put into an installation. */
export type Used = { owner: Person; workspaceId: string; mapIds: string[]; files: { hash: string; bytes: Uint8Array }[] };

/** Uses an installation: people, maps with a history (one compacted, one in the bin), a join link and its guest, a template, files. */
export async function fillInstallation(running: Pick<Runtime, 'database' | 'secret'>, { small = false } = {}): Promise<Used> {
  const factor = small ? 0.01 : 1;
  const whole = running as Runtime;
  const db = running.database;
  const owner = await addPerson(whole, 'Olga');
  const workspaceId = await addWorkspace(whole, owner, 'Störung & Rechnung 📞');
  await addMember(whole, workspaceId, await addPerson(whole, 'Emil'), 'editor');
  const mapIds: string[] = [];
  for (let number = 0; number < 4; number++) mapIds.push((await addMap(whole, workspaceId)).id);
  const [first = '', second = '', third = '', fourth = ''] = mapIds;
  for (const mapId of [first, second]) {
    const clients = [{ clientId: 4_294_967_295, actorId: `user:${owner.actor.userId}`, sessionId: null }];
    for (let edit = 0; edit < 30; edit++) {
      const updates = [{ bytes: patternBytes(60, edit), actorId: `user:${owner.actor.userId}` }];
      await appendUpdates(db, [{ mapId, updates, clients }]);
    }
  }
  // A snapshot of several chunks, with updates after it.
  await compactDocument(db, first, 20, patternBytes(600_000 * factor, 3));
  await appendUpdates(db, [{ mapId: third, updates: [{ bytes: patternBytes(1_500_000 * factor, 4), actorId: 'system' }] }]);
  await deleteMap(db, fourth);

  const link = { id: newId(), mapId: first, workspaceId, role: 'editor' as const, label: 'Room', expiresAt: null };
  await createJoinLink(db, { ...link, createdBy: `user:${owner.actor.userId}` });
  const session = { id: newId(24), expiresAt: new Date(Date.now() + 3_600_000), device: null };
  const guest = { guestId: null, joinLinkId: link.id, mapId: first, workspaceId, name: 'Gast', departmentId: null, session };
  await joinAsGuest(db, guest);

  const kept = smallMap();
  await createMapTemplate(
    db,
    {
      ...{ id: newId(), workspaceId, name: 'Vorlage „ganz“ oben', description: '', createdBy: `user:${owner.actor.userId}` },
      ...{ outline: outlineOf(kept), content: toCanonicalJson(kept) },
    },
    { mapId: first, most: 200 },
  );
  const said = (text: string, mentions: string[] = []) => ({
    id: newId(),
    authorId: `user:${owner.actor.userId}`,
    text,
    mentions,
  });
  const thread = { id: newId(), mapId: first, targetType: 'card', targetId: 'gone', subject: 'Kundin „Petra“ 📞' };
  await createThread(db, thread, said('<b>Zeile 1</b>\nZeile 2 @(user:x)', ['user:x']));
  await addComment(db, { mapId: first, threadId: thread.id }, said(''));

  const files: Used['files'] = [];
  for (const [index, size] of [0, 10, 700_000 * factor].entries()) {
    const bytes = patternBytes(size, index + 9);
    files.push({ hash: (await storeBlob(db, bytes, 'image/png')).hash, bytes });
  }
  return { owner, workspaceId, mapIds, files };
}

/** Every row of the tables that a backup keeps, sorted, by table. What a restore is to change is left out: epochs, and its own note. */
export async function readLasting(db: Pick<Database, 'pool'>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const form of (await listTables(db.pool)).filter(({ passing }) => !passing)) {
    const epoch = form.columns.findIndex(({ name }) => form.name === 'journey_map' && name === 'epoch');
    const rows: string[] = [];
    for await (const page of readPages(db.pool, form)) {
      for (const row of page) {
        if (form.name === 'setting' && row[0] === 'restore') continue;
        rows.push(JSON.stringify(row.filter((_value, index) => index !== epoch)));
      }
    }
    found[form.name] = rows.sort();
  }
  return found;
}

/** A map's stored bytes, snapshot and updates after another. */
export async function readStored(db: Database, mapId: string): Promise<Uint8Array> {
  const stored = await loadDocument(db, mapId);
  return joinBytes([...(stored?.snapshot ? [stored.snapshot] : []), ...(stored?.updates ?? [])]);
}
