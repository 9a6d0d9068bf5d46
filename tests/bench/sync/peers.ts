import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../e2e/support/server';
import { installPackages } from '../installPackages';
import type { Candidate, RunningServer, StoredMap } from './candidate';
import { mergeStates } from './documents';
import { runServer } from './runServer';
import { hocuspocusWire, type Wire, yWebsocketWire } from './wire';

const folder = fileURLToPath(new URL('../peers', import.meta.url));

/** Installs the peers unless they are there. */
export function installPeers(): void {
  installPackages(folder);
}

type Peer = {
  wire: Wire;
  /** The script in the peers' folder. */
  file: string;
  ready: RegExp;
  env: (dataDir: string) => Record<string, string>;
  store: (dataDir: string, maps: readonly { name: string; map: StoredMap }[]) => Promise<void>;
};

async function start(peer: Peer, maps: readonly StoredMap[]): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wegmarke-bench-peer-'));
  const named = maps.map((map, index) => ({ name: `map-${index}`, map }));
  await peer.store(dataDir, named);
  const port = String(await freePort());
  const program = { file: join(folder, peer.file), env: { PORT: port, ...peer.env(dataDir) }, ready: peer.ready };
  const about = {
    ...{ maps: named.map(({ name }) => name), wire: peer.wire },
    address: (map: string) => `ws://127.0.0.1:${port}/${map}`,
    headersOf: () => ({}),
  };
  return runServer(program, about, () => rmSync(dataDir, { recursive: true, force: true }));
}

const yWebsocketPeer: Peer = {
  wire: yWebsocketWire,
  file: 'node_modules/@y/websocket-server/src/server.js',
  ready: /running at/,
  env: (dataDir) => ({ YPERSISTENCE: join(dataDir, 'leveldb') }),
  async store(dataDir, maps) {
    const child = spawn(process.execPath, ['seedLeveldb.mjs'], {
      cwd: folder,
      env: { ...process.env, ...this.env(dataDir) },
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    for (const { name, map } of maps) {
      const updates = [map.state, ...(map.history ?? [])];
      child.stdin.write(`${JSON.stringify({ name, sizes: updates.map(({ length }) => length), flush: map.compacted })}\n`);
      for (const update of updates) child.stdin.write(update);
    }
    child.stdin.end();
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error('The LevelDB of y-websocket-server could not be filled.');
  },
};

const hocuspocusPeer = (debounce: number | null): Peer => ({
  wire: hocuspocusWire,
  file: 'hocuspocusServer.mjs',
  ready: /is ready/,
  env: (dataDir) => ({ DATA_DIR: dataDir, DEBOUNCE: debounce === null ? '' : String(debounce) }),
  async store(dataDir, maps) {
    for (const { name, map } of maps) writeFileSync(join(dataDir, name), mergeStates([map.state, ...(map.history ?? [])]));
  },
});

/** LevelDB writes without a sync, and tells nobody when it has. */
export const yWebsocket: Candidate = {
  name: 'y-websocket-server, LevelDB',
  durability: 'written',
  start: (maps) => start(yWebsocketPeer, maps),
};

/** Says that an edit is taken once it is in memory, whatever the debounce. */
export const hocuspocus: Candidate = {
  name: 'Hocuspocus',
  durability: 'debounced',
  start: (maps) => start(hocuspocusPeer(null), maps),
};

/** Stores the whole state, synced, after each edit; says that the edit is taken before that. */
export const eagerHocuspocus: Candidate = {
  name: 'Hocuspocus, debounce 0',
  durability: 'behind',
  start: (maps) => start(hocuspocusPeer(0), maps),
};
