import * as Y from 'yjs';
import { replyToThread, startThread } from '@/lib/comments/writeComments';
import { storeBlob } from '@/lib/data/blobs';
import { compactDocument } from '@/lib/data/documentCompaction';
import { loadDocument } from '@/lib/data/documentLog';
import { insertFutureState } from '@/lib/data/futureStates';
import { joinAsGuest } from '@/lib/data/guests';
import { createInvitation } from '@/lib/data/invitations';
import { createJoinLink } from '@/lib/data/joinLinks';
import { deleteMap } from '@/lib/data/maps';
import { createViewLink } from '@/lib/data/viewLinks';
import { readMap } from '@/lib/document/readMap';
import { newId } from '@/lib/map/id';
import { addMap, addMember, addPerson, addWorkspace } from './people';
import { editNames, performEdit } from './randomEdit';
import { patternBytes } from './storedMap';
import type { TestRuntime } from './testRuntime';

/** Whole numbers that differ from call to call and repeat from run to run (a linear congruence, numbers of Numerical Recipes). */
function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}

/**
 * An installation as years make it: people, sessions, links, invitations, files, and so many maps, each edited at random, some with a
 * compacted history, some in the bin. Returns the ids of the maps and somebody who may see them all.
 */
export async function addVariedInstallation(server: TestRuntime, count: number, editsPerMap = 12) {
  const { running, rooms } = server;
  const db = running.database;
  const roll = diceOf(2_026);
  const owner = await addPerson(running, 'Olga');
  const workspaceId = await addWorkspace(running, owner, 'Müller & Söhne „Service“ 😀');
  const emil = await addPerson(running, 'Emil');
  await addMember(running, workspaceId, emil, 'editor');
  const emilId = `user:${emil.actor.userId}`;
  const actorId = `user:${owner.actor.userId}`;
  const mapIds: string[] = [];
  for (let number = 0; number < count; number++) {
    const { id: mapId } = await addMap(running, workspaceId);
    mapIds.push(mapId);
    const edit = () =>
      rooms.liveMaps.write(mapId, actorId, (doc) => {
        performEdit(doc, editNames[roll() % editNames.length] ?? '', Array.from({ length: 8 }, roll));
      });
    for (let number = 0; number < editsPerMap; number++) await edit();
    if (number % 3 === 0) {
      const { state, seq } = await rooms.liveMaps.read(mapId);
      await compactDocument(db, mapId, seq, state);
      if (number % 2 === 0) await edit();
    }
    const expiresAt = new Date(Date.now() + 86_400_000);
    const link = {
      id: newId(),
      mapId,
      workspaceId,
      role: 'viewer' as const,
      label: `Room ${number}`,
      createdBy: actorId,
      expiresAt,
    };
    await createJoinLink(db, link);
    const { role: _, ...shown } = { ...link, id: newId(), embeddable: number % 2 === 0, embedSites: '', passwordHash: null };
    await createViewLink(db, shown);
    const session = { id: newId(24), expiresAt, device: null };
    await joinAsGuest(db, { guestId: null, joinLinkId: link.id, mapId, workspaceId, name: 'Gül', departmentId: null, session });
    const writing = { actor: owner.actor, base: 'http://localhost', locale: 'en' } as const;
    const threadId = await startThread(running, writing, mapId, { target: { type: 'map' }, text: `Is @(${emilId}) right? 😀` });
    await replyToThread(running, writing, { mapId, threadId }, 'I think so.');
    if (number % 7 === 6) await deleteMap(db, mapId);
  }
  // A future state of which the current state is another map, with what was on that.
  const [source = '', future = ''] = mapIds;
  const { hash } = await storeBlob(db, patternBytes(30_000, 5), 'application/json+br');
  await insertFutureState(db, {
    ...{ mapId: future, sourceMapId: source, versionId: newId(), versionNumber: 2, versionName: 'Agreed', versionAt: new Date() },
    ...{ title: 'A bill', signed: true, contentHash: 'a'.repeat(64), schemaVersion: 2, contentBlob: hash },
    ...{ fileIds: ['file1'], linked: true, fromFile: false, createdBy: actorId },
  });
  await createInvitation(db, {
    tokenHash: newId(32),
    workspaceId,
    email: 'jonas@example.org',
    role: 'editor',
    invitedBy: actorId,
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  const files = await Promise.all(
    [0, 1, 300_000, 700_001].map((size) => storeBlob(db, patternBytes(size, size + 1), 'application/octet-stream')),
  );
  return { owner, workspaceId, mapIds, files };
}

/** What is stored of a map, without asking the rooms: its content as JSON and its Yjs state. */
export async function readStoredMap(db: TestRuntime['running']['database'], mapId: string) {
  const stored = await loadDocument(db, mapId);
  if (!stored) return null;
  const doc = new Y.Doc();
  if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot);
  for (const update of stored.updates) Y.applyUpdate(doc, update);
  return {
    seq: stored.seq,
    json: JSON.stringify(readMap(doc).map),
    state: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex'),
  };
}
