import type { Candidate } from './candidate';
import { workshopState } from './documents';
import type { Figures } from './figures';
import { bringIn, LoadClient } from './loadClient';
import { pause } from './schedule';

/** Our rooms leave memory 20 s after everybody has; what remains is looked at after this time (ms). */
const afterEviction = 25_000;

/** What a connection that does nothing takes, an open map of 200 cards, and what remains when everybody has gone. */
export async function measureMemory(candidate: Candidate, count: number, figures: Figures): Promise<void> {
  const maps = Array.from({ length: count + 1 }, () => ({ state: workshopState }));
  const server = await candidate.start(maps);
  const [first = '', ...others] = server.maps;
  const clients: LoadClient[] = [];
  const open = async (names: readonly string[]): Promise<void> => {
    clients.push(...(await bringIn(names.length, (index) => new LoadClient(server, names[index] ?? '', { person: index }))));
  };
  const leave = (): void => {
    for (const client of clients.splice(0)) client.close();
  };
  const look = async (): ReturnType<typeof server.process.memory> => {
    // What is done after somebody has come is done.
    await pause(1_500);
    return server.process.memory();
  };
  try {
    // Once everything has been used, code and pools are there; this is not what connections and maps take.
    await open([first, ...others.slice(0, 20)]);
    leave();
    await pause(afterEviction);
    await open([first]);
    const before = await look();
    await open(Array<string>(count).fill(first));
    const connected = await look();
    await open(others);
    const opened = await look();
    leave();
    await pause(afterEviction);
    const after = await look();
    const add = (name: string, unit: string, value: number, note: string): void =>
      figures.add(name, { unit, better: 'lower', note }, candidate, value);
    const kilobytes = (from: number, to: number): number => ((to - from) * 1024) / count;
    const heap = 'objects and buffers after a collection';
    add('memory per idle connection', 'KB', kilobytes(before.heap, connected.heap), `${heap}, ${count} on one map`);
    add('memory per idle connection, resident', 'KB', kilobytes(before.resident, connected.resident), 'the whole process');
    add(
      'memory per open map of 200 cards',
      'KB',
      kilobytes(connected.heap, opened.heap),
      `${heap}, ${count} maps, one person each`,
    );
    add('memory per open map, resident', 'KB', kilobytes(connected.resident, opened.resident), 'the whole process');
    add('memory that remains after eviction', 'MB', after.heap - before.heap, heap);
    add('memory that remains, resident', 'MB', after.resident - before.resident, 'the whole process');
  } finally {
    leave();
    await server.dispose();
  }
}
