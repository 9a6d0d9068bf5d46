import type { Candidate, StoredMap } from './candidate';
import { findMarkers, Typist, workshopState } from './documents';
import type { Figures } from './figures';
import { LoadClient } from './loadClient';

/** A map that people have typed into so many times, twenty of them in turn, so that the whole history is needed. */
export function makeHistory(edits: number): Uint8Array[] {
  const typists = Array.from({ length: 20 }, (_, index) => new Typist(workshopState, index));
  return Array.from({ length: edits }, (_, index) => typists[index % typists.length]?.write(index) ?? new Uint8Array(0));
}

/** How long the first person waits until the whole map has come, after the server's start. */
export async function measureColdOpen(candidate: Candidate, history: readonly Uint8Array[], figures: Figures): Promise<void> {
  for (const compacted of [false, true]) {
    const map: StoredMap = { state: workshopState, history, compacted };
    const server = await candidate.start([map]);
    const last = history.length - 1;
    let client: LoadClient | undefined;
    try {
      const start = performance.now();
      const time = await new Promise<number>((resolve, reject) => {
        const look = (bytes: Buffer): void =>
          findMarkers(bytes, (number) => number === last && resolve(performance.now() - start));
        client = new LoadClient(server, server.maps[0] ?? '', { onUpdate: look, onAnswer: look });
        client.synced.catch(reject);
      });
      const name = `cold open, ${history.length} edits, ${compacted ? 'compacted' : 'raw log'}`;
      figures.add(name, { unit: 'ms', better: 'lower', note: 'until the last edit has come' }, candidate, time);
    } finally {
      client?.close();
      await server.dispose();
    }
  }
}
