import type { Candidate } from './candidate';
import { workshopState } from './documents';
import type { Figures } from './figures';
import { bringIn } from './loadClient';
import { type Noticed, Typing } from './typing';

const people = 20;
const seconds = 3;
const firstRate = 250;
const highestRate = 32_000;
/** From the last rate that was good to twice as much in so many steps. */
const steps = 4;
/** An edit that takes longer than this (ms, 99th percentile) to reach others is noticed. */
const noticed = 100;

const isGood = (found: Noticed | undefined): boolean => found !== undefined && found.p99 <= noticed && found.missing === 0;

/** How many edits a second twenty people in one map can make, all typing, until others notice. */
export async function measureSustained(candidate: Candidate, figures: Figures): Promise<void> {
  const server = await candidate.start([{ state: workshopState }]);
  const typing = new Typing(server, workshopState);
  try {
    await bringIn(people, () => typing.join(server.maps[0] ?? '', true));
    // Warms the server's code.
    await typing.type(firstRate, seconds);
    const sustains = async (rate: number): Promise<boolean> => {
      // A second attempt: something else on the machine may have come in between.
      const attempts = [await typing.type(rate, seconds)];
      if (!isGood(attempts[0])) attempts.push(await typing.type(rate, seconds));
      const late = Math.min(...attempts.map((attempt) => attempt.late));
      if (late > noticed / 2)
        console.log(`    ${candidate.name}: at ${rate}/s the load itself was up to ${late.toFixed(0)} ms late`);
      return attempts.some(isGood);
    };
    let doubled = firstRate;
    while (doubled < highestRate && (await sustains(doubled))) doubled *= 2;
    let sustained = doubled / 2;
    for (let step = 1; step < steps; step++) {
      const rate = Math.round((doubled / 2) * 2 ** (step / steps));
      if (!(await sustains(rate))) break;
      sustained = rate;
    }
    const note = `${people} people in one map, all typing, each edit to ${people - 1} others`;
    figures.add('edits a second until p99 passes 100 ms', { unit: '/s', better: 'higher', note }, candidate, sustained);
  } finally {
    typing.close();
    await server.dispose();
  }
}
