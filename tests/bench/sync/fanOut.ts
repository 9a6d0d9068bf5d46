import type { Candidate } from './candidate';
import { workshopState } from './documents';
import type { Figures } from './figures';
import { bringIn } from './loadClient';
import { showPresence } from './presence';
import { pause } from './schedule';
import { Typing } from './typing';

/** `clients` in each of `maps`; `perSecond` edits altogether. */
export type Crowd = { maps: number; clients: number; perSecond: number };

/** Ten people of one map type two edits a second each, however many watch. */
const typistsOfOne = 10;
const inOne = (clients: number): Crowd => ({ maps: 1, clients, perSecond: 20 });
/** One of three people types an edit every two seconds. */
const inMany = (maps: number): Crowd => ({ maps, clients: 3, perSecond: maps / 2 });

export const crowds: readonly Crowd[] = [inOne(10), inOne(100), inOne(500), inOne(1_000), inMany(100), inMany(1_000)];
export const fewCrowds: readonly Crowd[] = [inOne(10), inOne(100), inMany(100)];

const seconds = 4;
const warmingSeconds = 3;
/** Many edits, as a server runs for days; no more than any server can take. */
const warmingRate = ({ clients }: Crowd): number => Math.min(200, 20_000 / clients);
/** Presence goes on for so long (ms) before anything is measured: everybody has shown up once. */
const presenceLead = 1_200;

const nameOf = ({ maps, clients }: Crowd): string =>
  maps === 1 ? `${clients} in one map` : `${clients} in each of ${maps} maps`;

/** How long an edit takes from its author to everybody else, without presence and with it. */
export async function measureFanOut(candidate: Candidate, crowd: Crowd, figures: Figures): Promise<void> {
  const { maps, clients, perSecond } = crowd;
  const server = await candidate.start(Array.from({ length: maps }, () => ({ state: workshopState })));
  const typing = new Typing(server, workshopState);
  try {
    const typistsEach = maps === 1 ? typistsOfOne : 1;
    // First all who open a map first, then all who come second, and so on.
    await bringIn(maps * clients, (index) => {
      const room = server.maps[index % maps] ?? '';
      return typing.join(room, Math.floor(index / maps) < typistsEach);
    });
    // The first stretch warms the server's code.
    await typing.type(warmingRate(crowd), warmingSeconds);
    for (const presence of [false, true]) {
      const stop = presence ? showPresence(typing.everybody) : () => undefined;
      if (presence) await pause(presenceLead);
      const spent = server.process.processorTime();
      const { p50, p99, missing, late } = await typing.type(perSecond, seconds);
      const each = (server.process.processorTime() - spent) / (perSecond * seconds);
      stop();
      const row = `fan-out, ${nameOf(crowd)}${presence ? ', presence at 1 Hz' : ''}`;
      const note = `${perSecond} edits/s`;
      figures.add(`${row}, p50`, { unit: 'ms', better: 'lower', note }, candidate, p50);
      figures.add(`${row}, p99`, { unit: 'ms', better: 'lower', note }, candidate, p99);
      const processor = `${note}; database server not included`;
      figures.add(`${row}, processor time for each edit`, { unit: 'ms', better: 'lower', note: processor }, candidate, each);
      if (missing > 0) console.log(`    ${candidate.name}, ${row}: ${missing} deliveries had not come 5 s after the last edit`);
      if (late > p99 / 4) console.log(`    ${candidate.name}, ${row}: the load itself was up to ${late.toFixed(1)} ms late`);
    }
  } finally {
    typing.close();
    await server.dispose();
  }
}
