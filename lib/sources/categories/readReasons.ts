import type { SourceRow } from '@/lib/data/evidence/sources';
import { countReasons } from '@/lib/evidence/categories/reasonCounts';
import { takeCounts } from '@/lib/evidence/countCube';
import { answersColumn } from '@/lib/evidence/evidenceScores';
import type { Runtime } from '@/lib/runtime';
import { type AnswerFilter, dimensionsOf, periodOf } from '../answerFilter';
import { readCounted } from '../links/readCounted';
import { type NamedReasons, toNamedReasons } from './namedReasons';
import { readCategories } from './readCategories';

/** For which reasons customers got in touch, of a source's answers that pass a filter: from what is counted at import, and when answers change their category. */
export async function readReasons(
  running: Pick<Runtime, 'database'>,
  source: SourceRow,
  filter: AnswerFilter,
): Promise<NamedReasons> {
  const { tree } = await readCategories(running.database, source.workspaceId);
  const counted = await readCounted(running, source, { texts: [], open: [], answers: [] });
  const { categories, ...rest } = filter;
  const want = { dimensions: dimensionsOf(rest), period: periodOf(rest), key: null, categories };
  return toNamedReasons(countReasons(takeCounts(counted.cubes(answersColumn), [want]), tree), tree);
}
