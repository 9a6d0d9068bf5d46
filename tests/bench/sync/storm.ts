import type { Candidate } from './candidate';
import { workshopState } from './documents';
import type { Figures } from './figures';
import { bringIn, LoadClient } from './loadClient';
import { pause } from './schedule';
import { Typing } from './typing';

/** Edits a second in the map that has nothing to do with the storm. */
const elsewherePerSecond = 50;
const seconds = 6;
/** When (ms) in these seconds everybody comes back. */
const stormAt = 500;

/** So many lose their connections to one map and come back at the same moment, while two people work in another map. */
export async function measureStorm(candidate: Candidate, clients: number, figures: Figures): Promise<void> {
  const server = await candidate.start([{ state: workshopState }, { state: workshopState }]);
  const [stormy = '', calm = ''] = server.maps;
  const typing = new Typing(server, workshopState);
  let crowd: LoadClient[] = [];
  try {
    await bringIn(2, () => typing.join(calm, true));
    crowd = await bringIn(clients, (person) => new LoadClient(server, stormy, { person }));
    await typing.type(elsewherePerSecond, 1);
    for (const client of crowd) client.close();
    await pause(1_000);
    const noticed = typing.type(elsewherePerSecond, seconds);
    await pause(stormAt);
    const start = performance.now();
    crowd = Array.from({ length: clients }, (_, person) => new LoadClient(server, stormy, { person }));
    await Promise.all(crowd.map(({ synced }) => synced));
    const time = performance.now() - start;
    const { longest } = await noticed;
    const note = `${Math.round((crowd[0]?.received ?? 0) / 1024)} KB each`;
    const row = `reconnect storm of ${clients}`;
    figures.add(`${row}, until all have the map`, { unit: 'ms', better: 'lower', note }, candidate, time);
    figures.add(`${row}, longest wait in another map`, { unit: 'ms', better: 'lower' }, candidate, longest);
  } finally {
    typing.close();
    for (const client of crowd) client.close();
    await server.dispose();
  }
}
