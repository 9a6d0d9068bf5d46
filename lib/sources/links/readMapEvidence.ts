import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EvidenceColumn } from '@/lib/data/evidence/columns';
import { findAnswerLimits } from '@/lib/data/evidence/limits';
import { listSources, type SourceRow } from '@/lib/data/evidence/sources';
import type { MapRow } from '@/lib/data/maps';
import type { CategoryTree } from '@/lib/evidence/categories/categoryTree';
import { type Reasons, topReasons } from '@/lib/evidence/categories/reasonCounts';
import { type EmotionGap, listEmotionGaps } from '@/lib/evidence/emotionGaps';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import { type LevelByEvidence, levelByEvidence } from '@/lib/evidence/levelByEvidence';
import { type EvidenceSum, reasonsOf, sumUp } from '@/lib/evidence/targetScores';
import { type ArrangedStep, arrange } from '@/lib/map/arrange';
import { type EvidenceLink, readLinkFilter } from '@/lib/map/evidenceLink';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { linksByTarget, listLinks, targetKey } from '@/lib/map/listLinks';
import { createKeeper } from '@/lib/maps/keeper';
import type { Runtime } from '@/lib/runtime';
import { readShownMap } from '@/lib/workshop/shownMap';
import { readCategories } from '../categories/readCategories';
import { findLinkedSources, type LinkedSource, type LinkState, namedDays, readLinkedSources } from './linkedSources';

/** The reasons of answers that are meant, the most frequent first; null where none of the sources tells reasons apart. */
export type TopReasons = { answers: number; uncategorised: number; top: { categoryId: string; answers: number }[] } | null;

/** A link, and what it comes to. */
export type LinkEvidence = { link: EvidenceLink; state: LinkState; reasons: TopReasons } & EvidenceSum;

/** A step with all that is linked to it. `team`: what the main persona feels there. */
export type StepEvidence = { stepId: string; level: LevelByEvidence; team: number | null; reasons: TopReasons } & EvidenceSum;

/** What customers said about a map. `key`: another one as soon as anything of it is another. */
export type MapEvidence = {
  key: string;
  /** From how many answers on the workspace shows scores. */
  limits: AnswerLimits;
  sources: readonly { row: SourceRow; columns: readonly EvidenceColumn[] }[];
  /** The categories that links and reasons name; `path`: from the top of the tree down. */
  categories: readonly { id: string; path: readonly string[] }[];
  links: readonly LinkEvidence[];
  steps: readonly StepEvidence[];
  gaps: readonly EmotionGap[];
};

type Running = Pick<Runtime, 'database' | 'liveMaps' | 'imports'>;

const keep = createKeeper<MapEvidence>('mapEvidence');

/** A step with what the main persona feels there. */
type FeltStep = ArrangedStep & { team: number | null };

function listSteps(map: JourneyMap): FeltStep[] {
  const { steps, personas } = arrange(map);
  const [main] = personas;
  return steps.map((step) => ({ ...step, team: (main && step.emotions.get(main.id)) ?? null }));
}

/** What decides about figures, as a text: anything else may be typed on the map without reckoning anew. */
function keyOf(
  steps: readonly FeltStep[],
  links: readonly EvidenceLink[],
  sources: readonly LinkedSource[],
  { revision, limits }: { revision: number; limits: AnswerLimits },
): string {
  const told = {
    ...{ links, revision, limits },
    sources: sources.map(({ row, open }) => ({ row, open })),
    steps: steps.map(({ id, evidenceLevel, team }) => [id, evidenceLevel, team]),
  };
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
}

/** Reasons that are told of a link or step at most. */
const mostReasons = 8;

const toTop = (reasons: Reasons | null): TopReasons =>
  reasons && {
    answers: reasons.answers,
    uncategorised: reasons.uncategorised,
    top: topReasons(reasons, mostReasons).map(({ categoryId, own }) => ({ categoryId, answers: own })),
  };

/** The categories that are spoken of, by the ids that they are spoken of with: that of a deleted one means what stands in for it. */
function named(
  tree: CategoryTree,
  links: readonly EvidenceLink[],
  told: readonly { reasons: TopReasons }[],
): MapEvidence['categories'] {
  const ids = [
    ...links.flatMap((link) => readLinkFilter(link)?.category ?? []),
    ...told.flatMap(({ reasons }) => reasons?.top.map(({ categoryId }) => categoryId) ?? []),
  ];
  return [...new Set(ids)].flatMap((id) => {
    const node = tree.find(tree.standIn(id) ?? '');
    return node ? [{ id, path: node.path }] : [];
  });
}

/** What customers said about a map: of each link, and of each step by all the links to itself. Each answer counts once for a link, and once for a step. */
export async function readMapEvidence(running: Running, row: Pick<MapRow, 'id' | 'workspaceId'>): Promise<MapEvidence> {
  const map = await readShownMap(running, row.id);
  const links = listLinks(map);
  const sources = await findLinkedSources(running, links, await listSources(running.database, row.workspaceId));
  const steps = listSteps(map);
  const { tree, revision } = await readCategories(running.database, row.workspaceId);
  const limits = await findAnswerLimits(running.database, row.workspaceId);
  const key = keyOf(steps, links, sources, { revision, limits });
  const { value } = await keep(running, { of: row.id, version: key, exactly: true }, async () => {
    const linked = await readLinkedSources(running, sources, tree);
    const sums: LinkEvidence[] = [];
    for (const link of links) {
      const parts = linked.partsOf([link]);
      const sum = sumUp(parts, namedDays([link]), { column: link.column, limits });
      sums.push({ link, state: linked.stateOf(link), ...sum, reasons: toTop(reasonsOf(parts, tree)) });
      await nextTurn();
    }
    const byTarget = linksByTarget(links);
    const told: StepEvidence[] = [];
    for (const step of steps) {
      const own = byTarget.get(targetKey({ type: 'step', id: step.id })) ?? [];
      const parts = linked.partsOf(own);
      const sum = sumUp(parts, namedDays(own), { withMonths: true, limits });
      const level = levelByEvidence(
        step.evidenceLevel,
        sum.scores.map(({ figure }) => figure),
        limits,
      );
      told.push({ stepId: step.id, level, team: step.team, ...sum, reasons: toTop(reasonsOf(parts, tree)) });
      await nextTurn();
    }
    const gaps = listEmotionGaps(told.map(({ stepId, team, emotion }) => ({ stepId, team, customers: emotion })));
    const categories = named(tree, links, [...sums, ...told]);
    return { key, limits, sources: linked.sources, links: sums, steps: told, gaps, categories };
  });
  return value;
}
