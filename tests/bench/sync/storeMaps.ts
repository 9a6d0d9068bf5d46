import { buffer } from 'node:stream/consumers';
import { deserialize } from 'node:v8';
import type { Database } from '@/lib/data/database';
import { compactDocument } from '@/lib/data/documentCompaction';
import { appendUpdates } from '@/lib/data/documents';
import { createMap } from '@/lib/data/maps';
import { openDatabase } from '@/lib/data/openDatabase';
import { schemaVersion } from '@/lib/document/schema';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { addMember, addPerson, addWorkspace } from '../../builders/people';
import { testSecret } from '../../builders/testRuntime';
import type { StoredMap } from './candidate';
import { mergeStates } from './documents';

// Run as a process of its own, so that the one that makes the load never has a database in it: fills the database that DATA_DIR and
// DATABASE_URL name with the maps on standard input, and prints their ids and the cookies of the people who may edit
// them.

/** Accounts: more people than that share them, as somebody who has several windows open does. */
const people = 50;
/** Updates of a history that are written in one transaction. */
const batch = 1_000;

async function storeMap(db: Database, workspaceId: string, { state, history = [], compacted }: StoredMap): Promise<string> {
  const id = newId();
  const counts = { stageCount: 0, stepCount: 0, momentCount: 0 };
  const described = { workspaceId, createdBy: 'system', kind: 'current', title: 'Bench', persona: '', counts } as const;
  await createMap(db, { id, ...described, schemaVersion, state });
  for (let start = 0; start < history.length; start += batch) {
    const updates = history.slice(start, start + batch).map((bytes) => ({ bytes, actorId: 'user:bench' }));
    await appendUpdates(db, [{ mapId: id, updates }]);
  }
  if (compacted) {
    const { seq } = await db.prisma.journeyMap.findUniqueOrThrow({ where: { id }, select: { seq: true } });
    await compactDocument(db, id, seq, mergeStates([state, ...history]));
  }
  return id;
}

const given: StoredMap[] = deserialize(await buffer(process.stdin));
const db = await openDatabase({
  env: { DATABASE_URL: process.env.DATABASE_URL || undefined },
  dataDir: process.env.DATA_DIR ?? '',
});
const running = { database: db, secret: testSecret } as unknown as Runtime;
const owner = await addPerson(running);
const workspaceId = await addWorkspace(running, owner);
const cookies = [owner.cookie];
while (cookies.length < people) {
  const person = await addPerson(running, `Person ${cookies.length}`);
  await addMember(running, workspaceId, person, 'editor');
  cookies.push(person.cookie);
}
const maps: string[] = [];
for (const map of given) maps.push(await storeMap(db, workspaceId, map));
await db.close();
process.stdout.write(JSON.stringify({ maps, cookies }));
