import * as Y from 'yjs';
import { encodeUpdateFrame } from '@/lib/sync/protocol';
import type { Candidate, RunningServer } from './candidate';
import { workshopState } from './documents';
import type { Figures } from './figures';
import { LoadClient } from './loadClient';
import { pause, sendOnTime, settles } from './schedule';

const updateBytes = 64 * 1024;
/** Megabytes a second: less than any of these servers can take in. */
const speed = 10;
/** Everything has so long (ms) to arrive, and the server so long to come to rest. */
const patience = 30_000;

/** Updates that each replace a large text by another: much is sent and the document stays small. */
function makeUpdates(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const text = doc.getText('pasted');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < count; index++) {
    doc.transact(() => {
      text.delete(0, text.length);
      text.insert(0, String(index % 10).repeat(updateBytes));
    });
  }
  return updates;
}

/** Looks at the process's memory now and then; returns what ends it and gives the most that was seen. */
function watchResident(server: RunningServer): () => number {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, server.process.resident().now);
  };
  const timer = setInterval(look, 50);
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}

/** Somebody stops reading while others send so many megabytes: what that costs the server. */
export async function measurePausedReader(candidate: Candidate, megabytes: number, figures: Figures): Promise<void> {
  const server = await candidate.start([{ state: workshopState }]);
  const [map = ''] = server.maps;
  const updates = makeUpdates((megabytes * 2 ** 20) / updateBytes);
  let arrived = 0;
  // Some servers put several updates into one message: bytes are counted.
  const reader = new LoadClient(server, map, {
    onUpdate: (bytes) => {
      arrived += bytes.length;
    },
  });
  const paused = new LoadClient(server, map);
  const author = new LoadClient(server, map);
  try {
    await Promise.all([reader.synced, paused.synced, author.synced]);
    // A first few warm the server.
    const warm = updates.splice(0, 20);
    for (const update of warm) author.send(encodeUpdateFrame(update));
    await settles(() => arrived >= warm.length * updateBytes, patience);
    await pause(1_000);
    const before = await server.process.memory();
    paused.socket.pause();
    const most = watchResident(server);
    const start = performance.now();
    const interval = (updateBytes / (speed * 2 ** 20)) * 1_000;
    await sendOnTime(
      updates.map((update, index) => ({
        due: start + index * interval,
        send: () => author.send(encodeUpdateFrame(update)),
      })),
    );
    const expected = (warm.length + updates.length) * updateBytes;
    if (!(await settles(() => arrived >= expected, patience))) {
      console.log(`    ${candidate.name}: only ${Math.round(arrived / 2 ** 20)} MB had come after ${patience / 1000} s`);
    }
    const peak = most();
    await pause(2_000);
    const after = await server.process.memory();
    const add = (name: string, value: number, note: string): void =>
      figures.add(`paused reader under ${megabytes} MB, ${name}`, { unit: 'MB', better: 'lower', note }, candidate, value);
    add('peak', peak - before.resident, 'resident, above what it was before');
    add('afterwards', after.heap - before.heap, 'objects and buffers after a collection, above what they were before');
    add('afterwards, resident', after.resident - before.resident, 'the whole process');
  } finally {
    for (const client of [reader, paused, author]) client.close();
    await server.dispose();
  }
}
