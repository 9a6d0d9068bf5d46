import { toMapEvidenceBody } from '@/lib/api/endpoints/mapEvidenceBodies';

import { listCountedImports } from '@/lib/data/evidence/countedImports';
import { raiseRevision } from '@/lib/data/evidence/sources';
import { listQuotes } from '@/lib/sources/links/listQuotes';
import { readMapEvidence } from '@/lib/sources/links/readMapEvidence';
import { readTargetFigures } from '@/lib/sources/links/readTargetFigures';
import { manyAnswers, storeAnswers, storeSource } from '../../builders/answers';
import type { DatabaseKind } from '../../builders/database';
import { largeMap } from '../../builders/map';
import { addMap, addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime } from '../../builders/testRuntime';
import { options, type Row } from '../report';
import { answerOf, linkOf } from './answers';
import { watch } from './watch';

const answerCount = options.quick ? 10_000 : 100_000;
const linkCount = 200;

/** What a map with many links costs that lead to a source with many answers. */
export async function measureLinks(kind: DatabaseKind): Promise<Row[]> {
  const server = await startTestRuntime({}, kind);
  const { running } = server;
  const watched = watch(running.database);
  const rows: Row[] = [];
  const add = (
    name: string,
    { time, cpu, count, longest, p99, longestBlock }: Awaited<ReturnType<typeof watched.during>>,
    unit = 'ms',
    ours = time,
  ) =>
    rows.push({
      ...{ name: `${name} (${kind})`, unit, better: unit === 'ms' ? 'lower' : 'higher', ours, peers: {} },
      note: `${cpu.toFixed(0)} ms of processor; ${count} statements, the longest ${longest.toFixed(1)} ms, 99 % below ${p99.toFixed(1)} ms; nothing else for ${longestBlock.toFixed(0)} ms at most`,
    });
  try {
    const olga = await addPerson(running, 'Olga');
    const workspaceId = await addWorkspace(running, olga);
    const sourceId = await storeSource(running.database, workspaceId);
    const brought = await watched.during(() =>
      storeAnswers(running.database, { sourceId, workspaceId }, manyAnswers(answerCount, answerOf)),
    );
    add('import', brought, 'answers/s', answerCount / (brought.time / 1000));
    const drawn = largeMap({ steps: 40, lanes: 4, cardsPerCell: 2 });
    const links = Array.from({ length: linkCount }, (_, index) => linkOf(index, drawn.steps[index % 40]?.id ?? '', sourceId));
    const row = await addMap(running, workspaceId, { ...drawn, links });
    add('first look at the map', await watched.during(() => readMapEvidence(running, row)));
    add('looking for the words', await watched.during(() => running.imports.search.settled()));
    const anew = await watched.during(() => readMapEvidence(running, row));
    add('with the words', anew);
    const imports = (await listCountedImports(running.database, sourceId)).map(({ id }) => id);
    await raiseRevision(running.database, sourceId, imports);
    add('after the source changed', await watched.during(() => readMapEvidence(running, row)));
    await running.liveMaps.write(row.id, 'user:bench', (doc) => void doc.getMap('links').delete('link0'));
    add('after a link changed', await watched.during(() => readMapEvidence(running, row)));
    add('unchanged', await watched.during(() => readMapEvidence(running, row)));
    const body = await watched.during(async () => JSON.stringify(toMapEvidenceBody(anew.value)).length);
    add(`writing out ${Math.round(body.value / 1024)} KB`, body);
    const target = { type: 'step', id: drawn.steps[0]?.id ?? '' } as const;
    add('one step in detail', await watched.during(() => readTargetFigures(running, row, { target, split: 'channel' })));
    add('50 quotes of a step', await watched.during(() => listQuotes(running, row, { target, after: null, limit: 50 })));
  } finally {
    watched.stop();
    await server.stop();
  }
  return rows;
}
