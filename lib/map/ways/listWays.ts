import type { ArrangedMap } from '../arrange';
import type { Way, WayEnd, Ways } from './way';
import { listChoices, sharesOf, type WayChoice } from './wayChoices';

/** More ways than this are of no use to anybody. */
export const maxWays = 200;
/** Steps looked at in search of ways: bounds the work on maps whose every step leads everywhere. */
const maxVisits = 50_000;

/** Steps to which nothing leads: the first one, and others that begin a way of their own. */
export function listStarts(choices: ReadonlyMap<string, readonly WayChoice[]>): string[] {
  const reached = new Set<string>();
  for (const [stepId, list] of choices) for (const { to } of list) if (to !== null && to !== stepId) reached.add(to);
  return [...choices.keys()].filter((stepId, place) => place === 0 || !reached.has(stepId));
}

type Walk = {
  start: string;
  steps: string[];
  taken: (string | null)[];
  /** The way so far without the loops on it. */
  trail: string[];
  /** Keys of the choices that led back. */
  gone: Set<string>;
  loops: number;
  share: number | null;
};

type Search = {
  choices: ReadonlyMap<string, readonly WayChoice[]>;
  limit: number;
  /** Exactly so many loops are wanted. */
  loops: number;
  found: Way[];
  visits: number;
  /** Whether there was a loop more than is wanted. */
  hasMoreLoops: boolean;
};

const isOver = (search: Search): boolean => search.found.length > search.limit || search.visits > maxVisits;

function endOf(stepId: string, choice: WayChoice | null): WayEnd {
  const transitionId = choice?.transitionId ?? null;
  return { key: transitionId ?? `end:${stepId}`, kind: transitionId === null ? 'end' : 'exit', stepId, transitionId };
}

function arrive(search: Search, walk: Walk, choice: WayChoice | null, share: number | null): void {
  if (walk.loops !== search.loops) return;
  const taken = [...walk.taken, choice?.transitionId ?? null];
  search.found.push({
    id: [walk.start, ...taken.filter((id) => id !== null)].join('~'),
    steps: [...walk.steps],
    taken,
    end: endOf(walk.steps.at(-1) ?? walk.start, choice),
    loops: walk.loops,
    share,
  });
}

const times = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b);

function walkOn(search: Search, walk: Walk): void {
  search.visits++;
  if (isOver(search)) return;
  const stepId = walk.steps.at(-1) ?? walk.start;
  const all = search.choices.get(stepId) ?? [];
  const left = all.filter(({ key }) => !walk.gone.has(key));
  // Nowhere to go, or round the whole circle once.
  if (left.length === 0) arrive(search, walk, null, walk.share);
  const shares = sharesOf(all, walk.gone);
  for (const choice of left) {
    const part = shares.get(choice.key) ?? null;
    // Nobody is left for the way on that nobody has drawn.
    if (choice.transitionId === null && part === 0) continue;
    const share = times(walk.share, part);
    if (choice.to === null) {
      arrive(search, walk, choice, share);
      continue;
    }
    const before = walk.trail.indexOf(choice.to);
    const returns = choice.back || before >= 0;
    if (returns && walk.loops >= search.loops) {
      search.hasMoreLoops = true;
      continue;
    }
    walkOn(search, {
      start: walk.start,
      steps: [...walk.steps, choice.to],
      taken: [...walk.taken, choice.transitionId],
      trail: before >= 0 ? walk.trail.slice(0, before + 1) : [...walk.trail, choice.to],
      gone: returns ? new Set(walk.gone).add(choice.key) : walk.gone,
      loops: walk.loops + (returns ? 1 : 0),
      share,
    });
  }
}

const plainestFirst = (a: Way, b: Way): number => a.loops - b.loops || (b.share ?? -1) - (a.share ?? -1);

/**
 * The ways through a journey, from each start to each end, sorted by where they end.
 *
 * - A start is the map's first step, and any other to which nothing leads. An end is an exit, or a step behind which nothing comes.
 * - From step to step customers go on to the next one without anybody drawing that (`listChoices`).
 * - A loop (a way back, or round to a step where one has been) is gone through once at most: who went back goes on the second time. So the
 *   share of those who went back falls to the other choices, and the shares of all ways add up to everybody who begins.
 * - A way's share is that of all choices on it multiplied, and is not known when one of them is not.
 * - Ways with few loops are found first; at `limit` it stops, and says so.
 */
export function listWays(map: Pick<ArrangedMap, 'stages' | 'transitions'>, limit = maxWays): Ways {
  const choices = listChoices(map);
  const search: Search = { choices, limit, loops: 0, found: [], visits: 0, hasMoreLoops: true };
  while (search.hasMoreLoops && !isOver(search)) {
    search.hasMoreLoops = false;
    for (const start of listStarts(choices)) {
      walkOn(search, { start, steps: [start], taken: [], trail: [start], gone: new Set(), loops: 0, share: 1 });
    }
    search.loops++;
  }
  const ways = search.found.slice(0, limit);
  const place = new Map([...choices.keys()].map((stepId, index) => [stepId, index]));
  const byEnd = new Map<string, { end: WayEnd; ways: Way[] }>();
  for (const way of ways) {
    const group = byEnd.get(way.end.key);
    if (group) group.ways.push(way);
    else byEnd.set(way.end.key, { end: way.end, ways: [way] });
  }
  const ends = [...byEnd.values()].sort(
    (a, b) =>
      (place.get(a.end.stepId) ?? 0) - (place.get(b.end.stepId) ?? 0) ||
      Number(a.end.kind === 'end') - Number(b.end.kind === 'end') ||
      (a.end.key < b.end.key ? -1 : 1),
  );
  return {
    ends: ends.map((group) => ({ end: group.end, ways: group.ways.sort(plainestFirst) })),
    count: ways.length,
    more: isOver(search),
  };
}

/** The way of an id among those that are listed, or null. */
export function findWay(ways: Ways, id: string): Way | null {
  for (const group of ways.ends) for (const way of group.ways) if (way.id === id) return way;
  return null;
}
