// `npm run bench -- sizing`: what the real server process needs: memory at rest, for each open map and for each person on it, and disk for
// each stored map. The maps are the template "Calling customer service". The figures stand in docs/operations.md.
import { openDatabase } from '@/lib/data/openDatabase';
import { measureStorage } from '@/lib/data/storageSizes';
import { template } from '@/lib/map/templates/template';
import type { Runtime } from '@/lib/runtime';
import { addMap, addPerson, addWorkspace } from '../builders/people';
import { SyncClient } from '../builders/syncClient';
import { testSecret } from '../builders/testRuntime';
import { TestServer } from '../e2e/support/server';
import { options, type Row, report } from './report';

const openMaps = options.quick ? 40 : 200;
const people = options.quick ? 100 : 500;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Megabytes that the process has, as /metrics says: the least of some looks, as collected garbage is no need. */
async function memory(server: TestServer): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 20; look++) {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    least = Math.min(least, Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 2 ** 20);
    await pause(250);
  }
  return least;
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(20);
}

const server = new TestServer();
const clients: SyncClient[] = [];
try {
  const database = await openDatabase({ env: { DATABASE_URL: undefined }, dataDir: server.dataDir });
  const running = { database, secret: testSecret } as unknown as Runtime;
  const owner = await addPerson(running, 'Olga');
  const workspaceId = await addWorkspace(running, owner);
  const used = async (): Promise<number> => {
    await database.pool.query('checkpoint');
    const { database: whole, writeAheadLog } = await measureStorage(database, server.dataDir);
    return (whole ?? 0) - (writeAheadLog ?? 0);
  };
  const empty = await used();
  const mapIds: string[] = [];
  for (let count = 0; count < openMaps; count++) {
    const map = template('customerServiceCall', 'en');
    mapIds.push((await addMap(running, workspaceId, map)).id);
  }
  const stored = await used();
  await database.close();

  await server.start({ NEXTAUTH_SECRET: testSecret, MAX_CONNECTIONS_PER_ADDRESS: '10000' });
  const open = (mapId: string): SyncClient => {
    const client = new SyncClient(server.port, { mapId, cookie: owner.cookie });
    clients.push(client);
    return client;
  };
  // The pages have been loaded once.
  for (const path of ['/', '/sign-in']) await fetch(server.url + path, { headers: { Cookie: owner.cookie } });
  const rest = await memory(server);
  for (const mapId of mapIds) open(mapId);
  await until(() => clients.every(({ provider }) => provider.synced));
  const withMaps = await memory(server);
  for (let count = 0; count < people; count++) open(mapIds[0] ?? '');
  await until(() => clients.every(({ provider }) => provider.synced));
  const withPeople = await memory(server);

  const row = (name: string, unit: string, ours: number, note: string): Row => ({
    ...{ name, unit, better: 'lower' as const, ours, note },
    peers: {},
  });
  report('sizing', [
    row('memory at rest', 'MB', rest, 'embedded database included'),
    row('memory for each open map', 'MB', (withMaps - rest) / openMaps, `${openMaps} maps, one person on each`),
    row('memory for each further person', 'MB', (withPeople - withMaps) / people, `${people} more on one map`),
    row('disk of an empty installation', 'MB', empty / 2 ** 20, 'without the write-ahead log'),
    row('disk for each map', 'KB', (stored - empty) / openMaps / 1024, `${openMaps} maps, history not included`),
  ]);
} finally {
  for (const client of clients) client.destroy();
  await server.dispose();
}
process.exit(0);
