// `npm run bench -- sync`: the room server beside the other Yjs servers that run on Node: fan-out, sustained edits, memory, cold open,
// reconnect storm, paused reader, forged edits. docs/benchmarks.md says how each row is measured and what the labels mean.
import { answersPostgres, serverUrl } from '../builders/postgresServer';
import { options, printRows, report } from './report';
import type { Candidate } from './sync/candidate';
import { readChoice } from './sync/choice';
import { makeHistory, measureColdOpen } from './sync/coldOpen';
import { crowds, fewCrowds, measureFanOut } from './sync/fanOut';
import { Figures } from './sync/figures';
import { measureForged } from './sync/forged';
import { measureMemory } from './sync/memory';
import { embedded, onPostgres, removeBundles } from './sync/ours';
import { measurePausedReader } from './sync/pausedReader';
import { eagerHocuspocus, hocuspocus, installPeers, yWebsocket } from './sync/peers';
import { canPin, pinLoad } from './sync/pinnedProcess';
import { measureStorm } from './sync/storm';
import { measureSustained } from './sync/sustained';

const { quick } = options;
const history = makeHistory(quick ? 5_000 : 100_000);

/** What one run of each row does with one candidate. `runs`: as many as are affordable. */
const rows: Record<string, { runs: number; measure: ((candidate: Candidate, figures: Figures) => Promise<void>)[] }> = {
  fanout: {
    runs: 5,
    measure: (quick ? fewCrowds : crowds).map((crowd) => (candidate, figures) => measureFanOut(candidate, crowd, figures)),
  },
  sustained: { runs: 5, measure: [measureSustained] },
  memory: { runs: 3, measure: [(candidate, figures) => measureMemory(candidate, quick ? 50 : 200, figures)] },
  open: { runs: 5, measure: [(candidate, figures) => measureColdOpen(candidate, history, figures)] },
  storm: { runs: 5, measure: [(candidate, figures) => measureStorm(candidate, quick ? 100 : 500, figures)] },
  forged: { runs: 1, measure: [measureForged] },
  paused: { runs: 5, measure: [(candidate, figures) => measurePausedReader(candidate, quick ? 40 : 100, figures)] },
};

installPeers();
pinLoad();
if (!canPin)
  console.log('  No taskset, or one processor only: servers and load share the processors, and the figures are worth little.');
const candidates = [
  embedded,
  ...((await answersPostgres(serverUrl)) ? [onPostgres] : []),
  ...[yWebsocket, hocuspocus, eagerHocuspocus],
];
const figures = new Figures(candidates);
const choice = readChoice(Object.keys(rows));
let printed = 0;
try {
  for (const name of choice.names) {
    const row = rows[name];
    const runs = choice.runs ?? (quick ? 1 : (row?.runs ?? 0));
    for (const measure of row?.measure ?? []) {
      for (let run = 1; run <= runs; run++) {
        // In turn, so that what else the machine does meets all alike.
        for (const candidate of candidates) await measure(candidate, figures);
        if (!options.json) console.log(`  ${name}: run ${run} of ${runs}`);
      }
      const found = figures.rows();
      if (!options.json) printRows(found.slice(printed));
      printed = found.length;
    }
  }
} finally {
  await removeBundles();
}
report('sync', figures.rows());
process.exit(0);
