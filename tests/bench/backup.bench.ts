// `npm run bench -- backup`: what people who edit notice of a backup. Twenty stock clients type into maps of an installation on the embedded
// database, each waiting until an edit is acknowledged before the next; half of the time a backup is being written, half of the time none.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { writeBackupFile } from '@/lib/backup/backupFile';
import { storeBlob } from '@/lib/data/blobs';
import { openDatabase } from '@/lib/data/openDatabase';
import { messageTypes } from '@/lib/sync/protocol';
import type { TestDatabase } from '../builders/database';
import { largeMap } from '../builders/map';
import { addMap } from '../builders/people';
import { addScene, type RoomServer, startRoomServer } from '../builders/roomServer';
import { patternBytes } from '../builders/storedMap';
import { claims, SyncClient } from '../builders/syncClient';
import { median, options, report } from './report';

const people = 20;
const maps = options.quick ? 60 : 400;
const fileMegabytes = options.quick ? 20 : 100;
const rounds = options.quick ? 2 : 5;
/** How long (ms) people type without a backup in a round. */
const calm = options.quick ? 5_000 : 15_000;

/** Not where the tests keep their databases: that may be memory, and a commit there waits for nothing. */
async function openOnDisk(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wegmarke-bench-'));
  const db = await openDatabase({ env: { DATABASE_URL: undefined }, dataDir });
  return {
    db,
    kind: 'embedded',
    dataDir,
    url: undefined,
    reopen: () => Promise.reject(new Error('not needed here')),
    async drop() {
      await db.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody who types until told to stop; `times` gets how long (ms) each edit took until it was acknowledged. */
class Typist {
  times: number[] = [];
  readonly client: SyncClient;
  #confirmed: (() => void) | null = null;
  #isOver = false;

  constructor(server: RoomServer, mapId: string, cookie: string) {
    this.client = new SyncClient(server.port, { mapId, cookie, params: { ...claims, confirm: '1' } });
    this.client.provider.messageHandlers[messageTypes.confirmed] = () => this.#confirmed?.();
  }

  async type(): Promise<void> {
    while (!this.client.provider.synced) await delay(10);
    while (!this.#isOver) {
      // Five letters a second, as fast people do.
      await delay(100 + Math.random() * 200);
      const start = performance.now();
      const confirmed = new Promise<void>((resolve) => {
        this.#confirmed = resolve;
      });
      this.client.write('x');
      await confirmed;
      this.times.push(performance.now() - start);
    }
  }

  stop(): void {
    this.#isOver = true;
  }
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;

const database = await openOnDisk();
const server = await startRoomServer({ database, limits: { upkeepMs: 1_000 } });
const { owner, workspaceId } = await addScene(server);
const mapIds: string[] = [];
const content = largeMap({ steps: 30, lanes: 8, cardsPerCell: 2 });
for (let index = 0; index < maps; index++) mapIds.push((await addMap(server.running, workspaceId, content)).id);
for (let index = 0; index < fileMegabytes; index++)
  await storeBlob(database.db, patternBytes(1024 * 1024, index + 1), 'image/png');

const typists = Array.from({ length: people }, (_, index) => new Typist(server, mapIds[index % 5] ?? '', owner.cookie));
const typing = typists.map((typist) => typist.type());
const file = join(database.dataDir, 'bench.tar');
const take = (): number[] => typists.flatMap((typist) => typist.times.splice(0));
const found = { calm: [] as number[][], during: [] as number[][], seconds: [] as number[], bytes: 0 };
try {
  await delay(2_000);
  for (let round = 0; round < rounds; round++) {
    take();
    await delay(calm);
    found.calm.push(take());
    const start = performance.now();
    const { bytes } = await writeBackupFile(database.db, file, { secret: null, force: true, gentle: true });
    found.seconds.push((performance.now() - start) / 1000);
    found.during.push(take());
    found.bytes = bytes;
  }
} finally {
  for (const typist of typists) typist.stop();
  await Promise.all(typing);
  for (const { client } of typists) client.destroy();
  await server.stop();
  await database.drop();
}

const middle = (list: number[][], share: number): number => median(list.map((times) => at(times, share)));
const note = `${people} people, ${maps} maps, ${fileMegabytes} MB of files; ${rounds} rounds`;
report('backup', [
  {
    name: 'edit until acknowledged, p50',
    unit: 'ms',
    better: 'lower',
    ours: middle(found.during, 0.5),
    peers: { 'without a backup': middle(found.calm, 0.5) },
    note,
  },
  {
    name: 'edit until acknowledged, p99',
    unit: 'ms',
    better: 'lower',
    ours: middle(found.during, 0.99),
    peers: { 'without a backup': middle(found.calm, 0.99) },
    note,
  },
  { name: 'backup while they edit', unit: 's', better: 'lower', ours: median(found.seconds), peers: {}, note },
  { name: 'size of the backup', unit: 'MB', better: 'lower', ours: found.bytes / 1e6, peers: {} },
]);
