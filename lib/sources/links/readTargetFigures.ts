import { findAnswerLimits } from '@/lib/data/evidence/limits';
import { listSources } from '@/lib/data/evidence/sources';
import type { MapRow } from '@/lib/data/maps';
import { categoryDimension } from '@/lib/evidence/categories/category';
import { listQuestions, rollupsOf } from '@/lib/evidence/evidenceScores';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import { toFigure } from '@/lib/evidence/figures/figure';
import { monthlyTrend, type TrendPoint } from '@/lib/evidence/figures/monthlyTrend';
import { type GroupFigure, splitFigures } from '@/lib/evidence/figures/splitFigures';
import type { MeasuredEmotion } from '@/lib/evidence/measuredEmotion';
import { countsOf } from '@/lib/evidence/selectRollups';
import { askedOf, type EvidenceScore, reasonsOf, sumUp } from '@/lib/evidence/targetScores';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import type { Runtime } from '@/lib/runtime';
import { readShownMap } from '@/lib/workshop/shownMap';
import { type NamedReasons, toNamedReasons } from '../categories/namedReasons';
import { readCategories } from '../categories/readCategories';
import { type AskedTarget, linksOf } from './evidenceTarget';
import { findLinkedSources, namedDays, readLinkedSources } from './linkedSources';

/** A score with all its months, and its groups by the dimension that was asked for. */
export type DetailedScore = EvidenceScore & { trend: TrendPoint[]; groups: GroupFigure[] };

/** What is linked to one thing on a map, in detail. `splits`: dimensions by which it can be split. */
export type TargetFigures = {
  target: AskedTarget;
  links: readonly EvidenceLink[];
  limits: AnswerLimits;
  answers: number;
  quotes: number;
  emotion: MeasuredEmotion | null;
  splits: string[];
  scores: DetailedScore[];
  /** For which reasons customers got in touch; null where none of the sources tells reasons apart. */
  reasons: NamedReasons | null;
};

/** Reckons the scores of what is linked to one thing on a map: to a step, a card, a transition or a moment, or by one link. */
export async function readTargetFigures(
  running: Pick<Runtime, 'database' | 'liveMaps' | 'imports'>,
  row: Pick<MapRow, 'id' | 'workspaceId'>,
  { target, split }: { target: AskedTarget; split?: string | undefined },
): Promise<TargetFigures> {
  const links = linksOf(await readShownMap(running, row.id), target);
  const sources = await findLinkedSources(running, links, await listSources(running.database, row.workspaceId));
  const { tree } = await readCategories(running.database, row.workspaceId);
  const parts = (await readLinkedSources(running, sources, tree)).partsOf(links);
  const limits = await findAnswerLimits(running.database, row.workspaceId);
  const sum = sumUp(parts, namedDays(links), { limits });
  const splits = new Set<string>();
  const scores = listQuestions(parts).flatMap((question): DetailedScore[] => {
    const asked = askedOf(question);
    const known = sum.scores.find((score) => JSON.stringify(score.asked) === JSON.stringify(asked));
    if (!known) return [];
    const rollups = rollupsOf(question);
    for (const { dimensions } of rollups)
      for (const name of Object.keys(dimensions)) if (name !== categoryDimension) splits.add(name);
    const { reckoning } = question;
    const figure = toFigure(countsOf(rollups), reckoning, limits);
    const groups = split === undefined ? [] : splitFigures(rollups, split, reckoning, limits);
    return [{ ...known, figure, trend: monthlyTrend(rollups, reckoning, limits), groups }];
  });
  const { answers, quotes, emotion } = sum;
  return {
    ...{ target, links, limits, answers, quotes, emotion, splits: [...splits].sort(), scores },
    reasons: toNamedReasons(reasonsOf(parts, tree), tree),
  };
}
