import { findAnswerLimits } from '@/lib/data/evidence/limits';
import { listSources, type SourceRow } from '@/lib/data/evidence/sources';
import { countAnswers, findDays, findLastImport } from '@/lib/data/evidence/summaries';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import type { Figure } from '@/lib/evidence/figures/figure';
import { createKeeper } from '@/lib/maps/keeper';
import type { Runtime } from '@/lib/runtime';
import { readFigures } from './readFigures';

/** What a list says of a source. `days`: on which the first and the last of its answers were given. */
export type SourceSummary = {
  answers: number;
  days: { first: string; last: string } | null;
  lastImport: Date | null;
  scores: { number: number; label: string; figure: Figure }[];
};

// As many as a workspace has at most: a list that makes what it throws away would be slow each time.
const keep = createKeeper<SourceSummary>('evidenceSummaries', 500);

/** Sums up what is in a source; kept until something of the source, or the workspace's limits, change. `given`: these, where they are known already. */
export async function summariseSource(
  running: Pick<Runtime, 'database'>,
  source: Pick<SourceRow, 'id' | 'workspaceId' | 'revision'>,
  given: AnswerLimits | null = null,
): Promise<SourceSummary> {
  const { database } = running;
  const { id, revision } = source;
  const limits = given ?? (await findAnswerLimits(database, source.workspaceId));
  const version = `${revision} ${limits.score} ${limits.firm}`;
  const { value } = await keep(database, { of: id, version, exactly: true }, async () => ({
    answers: await countAnswers(database, id),
    days: await findDays(database, id),
    lastImport: await findLastImport(database, id),
    scores: (await readFigures(running, source, {}, limits)).map(({ column, figure }) => ({
      number: column.number,
      label: column.label || column.name,
      figure,
    })),
  }));
  return value;
}

/** The sources of a workspace by name, each summed up. One after the other: they share one database with those who edit. */
export async function summariseSources(
  running: Pick<Runtime, 'database'>,
  workspaceId: string,
): Promise<(SourceRow & { summary: SourceSummary })[]> {
  const summed = [];
  const limits = await findAnswerLimits(running.database, workspaceId);
  for (const source of await listSources(running.database, workspaceId)) {
    summed.push({ ...source, summary: await summariseSource(running, source, limits) });
  }
  return summed;
}
