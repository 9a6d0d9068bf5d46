import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { addScene, type RoomServer } from '@/tests/builders/roomServer';
import { testSecret } from '@/tests/builders/testRuntime';
import { bundleProcess, type ServerProcess, startServerProcess } from '../server/serverProcess';
import { Editor, freePort } from './acknowledgedEditor';
import { until } from './setUp';

/** More by `WEGMARKE_CRASHES=200 npx vitest run --project integration sync/crash`. */
const crashes = Number(process.env.WEGMARKE_CRASHES ?? 10);

type Scene = Awaited<ReturnType<typeof addScene>>;

describe('kill -9 under editing clients', () => {
  let database: TestDatabase;
  let entry: string;
  let server: ServerProcess;
  let port: number;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(async () => {
    server?.kill('SIGKILL');
    await server?.ended;
    await database.drop();
  });
  beforeAll(async () => {
    entry = await bundleProcess(new URL('../server/pagelessServer.ts', import.meta.url));
    port = await freePort();
  });
  afterAll(() => rm(entry, { force: true }));
  /** Starts the server, and sees that everything acknowledged is there before anybody can give back what it may have lost. */
  const startAndCheck = async (mapId: string, cookie: string, editors: Editor[]): Promise<void> => {
    const env = {
      DATA_DIR: database.dataDir,
      DATABASE_URL: database.url ?? '',
      PORT: String(port),
      NEXTAUTH_SECRET: testSecret,
      LOG_LEVEL: 'error',
    };
    server = startServerProcess(entry, env);
    await server.printed(/is ready/);
    const witness = new Editor('witness', port, mapId, cookie);
    witness.provider.connect();
    await until(() => expect(witness.provider.synced).toBe(true));
    const edits = witness.doc.getMap('edits');
    const lost = editors.flatMap(({ acknowledged }) => [...acknowledged].filter((edit) => !edits.has(edit)));
    witness.provider.destroy();
    expect(lost).toEqual([]);
  };

  // The third tab has the first one's edits from the device before, or without, the server: it hands them on, as its own session and as another's.
  test.each([
    ['tabs of one session', (scene: Scene) => scene.owner],
    ['a tab of somebody else', (scene: Scene) => scene.join('editor')],
  ])(
    `C13, F5: every acknowledged edit is there afterwards, ${crashes} times, one tab of three fed by the device, of which there are: %s`,
    {
      timeout: 30_000 * (crashes + 1),
    },
    async (_, thirdOf) => {
      const scene = await addScene({ running: { database: database.db, secret: testSecret } } as unknown as RoomServer);
      const { mapId, owner } = scene;
      const third = await thirdOf(scene);
      await database.db.close();
      const people = [owner, owner, third];
      const editors = people.map(({ cookie }, index) => new Editor('abc'.charAt(index), port, mapId, cookie));
      const [first, , fed] = editors;
      first?.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== first.provider && fed) Y.applyUpdate(fed.doc, update, 'the device');
      });
      const acknowledged = (): number => editors.reduce((sum, editor) => sum + editor.acknowledged.size, 0);
      let random = 7;
      for (let crash = 0; crash < crashes; crash++) {
        await startAndCheck(mapId, owner.cookie, editors);
        for (const editor of editors) editor.provider.connect();
        // At another moment in each round, but always after something was acknowledged in it.
        random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
        const enough = acknowledged() + 3 + (random % 120);
        const typing = setInterval(() => {
          for (const editor of editors) editor.edit();
        }, 3);
        await until(() => expect(acknowledged()).toBeGreaterThan(enough));
        server.kill('SIGKILL');
        clearInterval(typing);
        for (const editor of editors) editor.provider.disconnect();
        await server.ended;
      }
      const checked = acknowledged();
      await startAndCheck(mapId, owner.cookie, editors);
      // What was not acknowledged was kept by its author, and is there once everybody is back.
      for (const editor of editors) editor.provider.connect();
      const all = editors.reduce((sum, { edits }) => sum + edits, 0);
      await until(() => {
        expect(acknowledged()).toBe(all);
        for (const { doc } of editors) expect(doc.getMap('edits').size).toBe(all);
      });
      for (const editor of editors) editor.provider.destroy();
      process.stdout.write(`${crashes} crashes, ${all} edits, ${checked} of them acknowledged before a crash, 0 lost\n`);
    },
  );
});
