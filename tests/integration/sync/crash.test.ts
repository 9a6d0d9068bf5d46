import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { readVarUint } from 'lib0/decoding';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { messageTypes } from '@/lib/sync/protocol';
import { openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { addScene, type RoomServer } from '@/tests/builders/roomServer';
import { testSecret } from '@/tests/builders/testRuntime';
import { bundleProcess, type ServerProcess, startServerProcess } from '../server/serverProcess';
import { confirming, until } from './setUp';

/** More by `WEGMARKE_CRASHES=200 npx vitest run --project integration sync/crash`. */
const crashes = Number(process.env.WEGMARKE_CRASHES ?? 20);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A stock client that edits, and knows which of its edits the server has acknowledged. */
class Editor {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly acknowledged = new Set<string>();
  edits = 0;
  private readonly name: string;
  private readonly unacknowledged = new Set<string>();
  /** What each sync frame of this connection carried. */
  private frames: string[][] = [];
  private waiting: string[] = [];
  private confirmed = 0;

  constructor(name: string, port: number, mapId: string, cookie: string) {
    this.name = name;
    const sent = (frame: Uint8Array): void => {
      if (frame[0] !== messageTypes.sync || frame[1] === 0) return;
      // An answer carries everything that no acknowledged frame did; an update carries what was just made.
      this.frames.push(frame[1] === 1 ? [...this.unacknowledged] : this.waiting);
      this.waiting = [];
    };
    class CountingSocket extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { Cookie: cookie, Origin: `http://127.0.0.1:${port}` } });
      }
      override send(data: Uint8Array): void {
        sent(data);
        super.send(data);
      }
    }
    this.provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, mapId, this.doc, {
      WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: confirming,
      connect: false,
    });
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') return;
      this.frames = [];
      this.confirmed = 0;
    });
    this.provider.messageHandlers[messageTypes.confirmed] = (_encoder, decoder) => this.confirm(readVarUint(decoder));
  }

  private confirm(count: number): void {
    for (const edit of this.frames.slice(this.confirmed, count).flat()) {
      this.acknowledged.add(edit);
      this.unacknowledged.delete(edit);
    }
    this.confirmed = count;
  }

  edit(): void {
    const key = `${this.name}:${this.edits++}`;
    this.unacknowledged.add(key);
    this.waiting = [key];
    this.doc.getMap('edits').set(key, true);
  }
}

describe('kill -9 under editing clients', () => {
  let database: TestDatabase;
  let entry: string;
  let server: ServerProcess;
  let port: number;
  beforeAll(async () => {
    database = await openTestDatabase();
    entry = await bundleProcess(new URL('../server/pagelessServer.ts', import.meta.url));
    port = await freePort();
  });
  afterAll(async () => {
    server?.kill('SIGKILL');
    await server?.ended;
    await database.drop();
    await rm(entry, { force: true });
  });
  /** Starts the server, and sees that everything acknowledged is there before anybody can give back what it may have lost. */
  const startAndCheck = async (mapId: string, cookie: string, editors: Editor[]): Promise<void> => {
    const env = { DATA_DIR: database.dataDir, PORT: String(port), NEXTAUTH_SECRET: testSecret, LOG_LEVEL: 'error' };
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

  test(`C13: every acknowledged edit is there afterwards, ${crashes} times`, { timeout: 30_000 * (crashes + 1) }, async () => {
    const scene = await addScene({ running: { database: database.db, secret: testSecret } } as unknown as RoomServer);
    const { mapId, owner } = scene;
    await database.db.close();
    const editors = ['a', 'b', 'c'].map((name) => new Editor(name, port, mapId, owner.cookie));
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
  });
});
