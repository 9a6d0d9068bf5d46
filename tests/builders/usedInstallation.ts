import { storeBlob } from '@/lib/data/blobs';
import { joinBytes } from '@/lib/data/chunks';
import { addComment, createThread } from '@/lib/data/commentWrites';
import type { Database } from '@/lib/data/database';
import { compactDocument } from '@/lib/data/documentCompaction';
import { loadDocument } from '@/lib/data/documentLog';
import { appendUpdates } from '@/lib/data/documents';
import { insertFutureState, leaveChanges } from '@/lib/data/futureStates';
import { joinAsGuest } from '@/lib/data/guests';
import { createJoinLink } from '@/lib/data/joinLinks';
import { deleteMap } from '@/lib/data/maps';
import { createMapTemplate } from '@/lib/data/mapTemplates';
import { insertRestore } from '@/lib/data/restores';
import { listTables } from '@/lib/data/rows/columns';
import { readPages } from '@/lib/data/rows/readRows';
import { insertVersion } from '@/lib/data/versions';
import { createViewLink } from '@/lib/data/viewLinks';
import { changeWorkshop } from '@/lib/data/workshops';
import { createDocument } from '@/lib/document/createDocument';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { newId } from '@/lib/map/id';
import { outlineOf } from '@/lib/map/templates/outline';
import type { Runtime } from '@/lib/runtime';
import { encodeVersion } from '@/lib/versions/encodeVersion';
import { storeEvidence } from './evidence';
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
  await createViewLink(db, {
    ...{
      id: newId(),
      mapId: first,
      workspaceId,
      label: 'Aushang „Flur“',
      expiresAt: null,
      createdBy: `user:${owner.actor.userId}`,
    },
    ...{ embeddable: true, embedSites: 'https://intranet.example.org', passwordHash: '$scrypt$x' },
  });
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

  const item = { id: newId(), title: 'Schritte „leise“ 📝', minutes: 25, notes: 'Zeile 1\nZeile 2' };
  await changeWorkshop(db, first, (state) => ({ ...state, agenda: [item] }));
  const rules = { kinds: ['note'], votesPerPerson: 3, mostPerCard: 1, openedBy: `user:${owner.actor.userId}` };
  const result = { voters: 1, votes: 1, ranking: [{ cardId: 'c', subject: '„Warten“', kind: 'note', votes: 1, rank: 1 }] };
  const [closed, open] = [newId(), newId()];
  await db.prisma.voteRound.create({
    data: { ...rules, id: closed, mapId: first, title: 'Alt', closedAt: new Date(), result, laneIds: ['l'] },
  });
  await db.prisma.voteRound.create({ data: { ...rules, id: open, mapId: first, title: 'Neu' } });
  await db.prisma.voteBallot.create({ data: { roundId: open, actorId: `user:${owner.actor.userId}`, choices: { c: 1 } } });

  await storeEvidence(db, workspaceId);

  const shown = encodeVersion([createDocument(kept)]);
  const [content, document] = [
    await storeBlob(db, shown.content, 'application/json+br'),
    await storeBlob(db, shown.document, 'application/octet-stream+br'),
  ];
  const version = newId();
  await insertVersion(db, {
    ...{ id: version, mapId: first, kind: 'manual', name: 'Stand „vor Ort“ 📞', note: 'Zeile 1\nZeile 2', createdBy: 'system' },
    ...{ epoch: 1, seq: 30, schemaVersion: 2, title: 'Rechnung', stageCount: 2, stepCount: 3, cardCount: 0 },
    ...{ contentHash: shown.contentHash, size: 1, fileIds: ['file'], contentBlob: content.hash, documentBlob: document.hash },
    ...{ evidenceBlob: null, evidenceWorkspaceId: null },
  });
  await insertRestore(db, {
    ...{ beforeId: version, mapId: first, versionId: version, parts: [{ type: 'step', id: 'schritt' }] },
    ...{ restoredBy: 'system', restoredAt: new Date('2026-02-03T04:05:06.789Z'), undoneAt: null },
  });

  // What a future state starts from, and one of which only a file said so.
  const start = {
    ...{
      versionNumber: 1,
      versionName: 'Stand „vor Ort“ 📞',
      versionAt: new Date('2026-02-03T04:05:06.789Z'),
      title: 'Rechnung',
    },
    ...{ signed: true, schemaVersion: 2, createdBy: 'system', contentBlob: content.hash, fileIds: ['file'] },
  };
  const here = { sourceMapId: first, versionId: version, contentHash: shown.contentHash, linked: true, fromFile: false };
  await insertFutureState(db, { ...start, ...here, mapId: second });
  const there = { sourceMapId: null, versionId: null, contentHash: null, contentBlob: null, linked: false, fromFile: true };
  await insertFutureState(db, { ...start, ...there, fileIds: null, mapId: third });
  await leaveChanges(db, second, [{ key: 'changed steps schritt', fingerprint: 'f'.repeat(32) }], 'system');

  const [signOff, gone] = [newId(), newId()];
  const asked = { versionNumber: 1, createdBy: 'system', note: 'Bitte „ansehen“ 🖋', everyDepartment: true };
  await db.prisma.mapSignOff.create({
    data: { ...asked, id: signOff, mapId: first, versionId: version, status: 'signed', dueOn: '2026-12-24', endedAt: new Date() },
  });
  await db.prisma.mapSignOff.create({ data: { ...asked, id: gone, mapId: first, status: 'withdrawn', endReason: 'Zu früh' } });
  await db.prisma.mapSignature.create({
    data: {
      ...{ id: newId(), signOffId: signOff, place: 0, actorId: `user:${owner.actor.userId}`, departmentId: 'd' },
      ...{ departmentName: 'Abrechnung', decision: 'signed', decidedAt: new Date('2026-02-03T04:05:06.789Z') },
    },
  });

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
