// `npm run bench -- crash`: twenty people type into one map, and the server's process is killed (kill -9) again and again at random moments:
// what is lost, of ours and of the other Yjs servers that run on Node. docs/benchmarks.md says what each row means.
import { answersPostgres, serverUrl } from '../builders/postgresServer';
import { crashAgainAndAgain } from './crash/crashRounds';
import { options, report } from './report';
import { numberOption } from './sync/choice';
import { Figures } from './sync/figures';
import { embedded, onPostgres, removeBundles } from './sync/ours';
import { eagerHocuspocus, hocuspocus, installPeers, yWebsocket } from './sync/peers';
import { pinLoad } from './sync/pinnedProcess';
import { percentile } from './sync/schedule';

const crashes = numberOption('crashes') ?? (options.quick ? 5 : 50);

installPeers();
pinLoad();
const candidates = [
  embedded,
  ...((await answersPostgres(serverUrl)) ? [onPostgres] : []),
  ...[yWebsocket, hocuspocus, eagerHocuspocus],
];
const figures = new Figures(candidates);
try {
  for (const candidate of candidates) {
    const found = await crashAgainAndAgain(candidate, crashes);
    const tells = found.acknowledged > 0;
    const note = `${crashes} × kill -9`;
    const add = (name: string, unit: string, value: number | null): void =>
      figures.add(name, { unit, better: 'lower', note }, candidate, value);
    add('acknowledged edits lost', 'edits', tells ? found.acknowledgedLost : null);
    add('acknowledged edits lost, share', '%', tells ? (found.acknowledgedLost / found.acknowledged) * 100 : null);
    add('edits lost that others had seen', 'edits', found.seenLost);
    add('edits lost that others had seen, share', '%', (found.seenLost / found.seen) * 100);
    add('edits lost while their author’s tab lives', 'edits', found.lostForGood);
    add('said “all is there” before it was', 'times', found.syncedEarly);
    add('time to acknowledgement, p50', 'ms', tells ? percentile(found.times, 0.5) : null);
    add('time to acknowledgement, p99', 'ms', tells ? percentile(found.times, 0.99) : null);
    if (!options.json) {
      const told = tells ? `${found.acknowledged} acknowledged, ${found.acknowledgedLost} of them lost` : 'acknowledges nothing';
      const lost = `${found.seenLost} lost that others had seen, ${found.lostForGood} for good`;
      console.log(`  ${candidate.name}: ${crashes} crashes, ${found.edits} edits, ${told}; ${lost}`);
    }
  }
} finally {
  await removeBundles();
}
report('crash', figures.rows());
process.exit(0);
