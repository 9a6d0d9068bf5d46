import { raiseRevision } from '@/lib/data/evidence/sources';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import { type MapEvidence, readMapEvidence } from '@/lib/sources/links/readMapEvidence';
import { manyAnswers, storeAnswers, storeSource } from '../../builders/answers';
import type { DatabaseKind } from '../../builders/database';
import { largeMap } from '../../builders/map';
import { addMap, addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime } from '../../builders/testRuntime';
import { median, options, type Row } from '../report';
import { answerOf, linkOf } from './answers';
import { openDuckDB } from './duckdb';
import { watch } from './watch';

const answerCount = options.quick ? 100_000 : 1_000_000;
/** Answers of one file. */
const fileSize = 50_000;
const stepCount = 40;
const runs = 5;

const fileOf = (index: number): string => (index < fileSize ? 'r' : `r${Math.floor(index / fileSize)}`);
const idOf = (index: number): string => `${fileOf(index)}-${index % fileSize}`;

/** Both must have counted the same, or their times say nothing. */
function compare(links: readonly EvidenceLink[], evidence: MapEvidence, counted: ReadonlyMap<string, number>): void {
  for (const { id, filter } of links) {
    const told = evidence.links.find(({ link }) => link.id === id);
    const nps = told?.scores.find(({ figure }) => figure.scale.metric === 'nps')?.figure.n ?? 0;
    if (nps !== counted.get(id)) throw new Error(`${id} (${JSON.stringify(filter)}): ${nps} by us, ${counted.get(id)} by DuckDB`);
  }
}

/** The figures of a map of 40 linked steps over a million answers, beside DuckDB, which counts the same rows anew each time. */
export async function measureMillion(kind: DatabaseKind): Promise<Row[]> {
  const server = await startTestRuntime({}, kind);
  const { running } = server;
  const watched = watch(running.database);
  try {
    const olga = await addPerson(running, 'Olga');
    const workspaceId = await addWorkspace(running, olga);
    const sourceId = await storeSource(running.database, workspaceId);
    for (let start = 0; start < answerCount; start += fileSize) {
      const answers = manyAnswers(fileSize, (index) => answerOf(start + index), fileOf(start));
      await storeAnswers(running.database, { sourceId, workspaceId, batch: 500 }, answers);
    }
    const drawn = largeMap({ steps: stepCount, lanes: 4, cardsPerCell: 2 });
    const links = drawn.steps.map(({ id }, index) => linkOf(index, id, sourceId));
    const row = await addMap(running, workspaceId, { ...drawn, links });
    const first = await watched.during(() => readMapEvidence(running, row));
    running.imports.search.wake();
    const searched = await watched.during(() => running.imports.search.settled());
    const again = { changed: [] as number[], same: [] as number[], blocks: [] as number[], longest: [] as number[] };
    let evidence = first.value;
    // As single answers come that belong to one import; the first time it is told apart from the others.
    const month = await storeAnswers(running.database, { sourceId, workspaceId }, manyAnswers(100, answerOf, 'month'));
    await running.imports.search.settled();
    await raiseRevision(running.database, sourceId, [month]);
    await readMapEvidence(running, row);
    for (let run = 0; run < runs; run++) {
      await raiseRevision(running.database, sourceId, [month]);
      const changed = await watched.during(() => readMapEvidence(running, row));
      evidence = changed.value;
      again.changed.push(changed.time);
      again.blocks.push(changed.longestBlock);
      again.longest.push(changed.longest);
      again.same.push((await watched.during(() => readMapEvidence(running, row))).time);
    }
    const duck = await openDuckDB(
      answerCount + 100,
      (index) => answerOf(index < answerCount ? index : index - answerCount),
      (index) => (index < answerCount ? idOf(index) : `month-${index - answerCount}`),
    );
    const times: number[] = [];
    const counted = new Map<string, number>();
    try {
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        for (const link of links) {
          const found = await duck.count(link);
          counted.set(
            link.id,
            found.reduce((sum, { nps, n }) => sum + (nps === null ? 0 : n), 0),
          );
        }
        times.push(performance.now() - start);
      }
    } finally {
      duck.close();
    }
    compare(links, evidence, counted);
    const about = `${stepCount} links, ${answerCount} answers`;
    const figure = (name: string, ours: number, note: string): Row => ({
      ...{ name: `figures of a map, ${name} (${kind})`, unit: 'ms', better: 'lower', ours, note: `${about}; ${note}` },
      peers: { 'DuckDB, in memory': median(times) },
      goal: 'under 200 ms',
    });
    return [
      figure('first look', first.time, 'nothing is kept yet; the words of links are looked for afterwards, once'),
      figure(
        'after a single answer came',
        median(again.changed),
        `the longest statement ${Math.max(...again.longest).toFixed(1)} ms, nothing else for ${Math.max(...again.blocks).toFixed(0)} ms at most`,
      ),
      figure('unchanged', median(again.same), 'what is kept is asked whether it still holds'),
      {
        ...{ name: `looking for the words of links, once (${kind})`, unit: 's', better: 'lower', peers: {} },
        ...{
          ours: searched.time / 1000,
          note: `the longest statement ${searched.longest.toFixed(1)} ms, 99 % below ${searched.p99.toFixed(1)} ms`,
        },
      },
    ];
  } finally {
    watched.stop();
    await server.stop();
  }
}
