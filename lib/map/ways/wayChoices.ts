import { type ArrangedMap, unplacedStageId } from '../arrange';
import type { Transition, TransitionKind } from '../transition';

/** One of the things that a customer can do at a step. `to` null: the journey ends for them. */
export type WayChoice = {
  /** The transition's id, or `next:STEP` for the way on that nobody had to draw. */
  key: string;
  to: string | null;
  /** Null for the way on to the next step, or to the end of the map, that is not drawn. */
  transitionId: string | null;
  /** Leads back, so that a way takes it once at most. */
  back: boolean;
  /** The part of those at the step who go this way, 0–1; undefined when nobody has said. */
  share: number | undefined;
};

const rank: Record<TransitionKind, number> = { onward: 0, skip: 1, exit: 2, back: 3, parallel: 4 };

/** Slack for sums of shares: thirds do not add up to 1. */
const slack = 1e-9;

/** Ids of the steps that stand in a stage, in order. Those of deleted stages wait beside the journey and are no part of it. */
export function listPlacedSteps(map: Pick<ArrangedMap, 'stages'>): string[] {
  return map.stages.flatMap((stage) => (stage.id === unplacedStageId ? [] : stage.steps.map((step) => step.id)));
}

/** Together, what the shares of ways from one step say; ways at the same time take nobody away and do not count. */
export function sumShares(transitions: readonly Pick<Transition, 'kind' | 'share'>[]): number {
  return transitions.reduce((sum, { kind, share }) => sum + (kind === 'parallel' ? 0 : (share ?? 0)), 0);
}

/** Whether shares say that more customers leave a step than come to it. */
export function isMoreThanAll(sum: number): boolean {
  return sum > 1 + slack;
}

function choicesAt(stepId: string, next: string | null, drawn: readonly Transition[]): WayChoice[] {
  const choices = [...drawn]
    .sort((a, b) => rank[a.kind] - rank[b.kind] || (a.id < b.id ? -1 : 1))
    .map(({ id, to, kind, share }): WayChoice => ({ key: id, to, transitionId: id, back: kind === 'back', share }));
  const ahead = drawn.filter(({ kind }) => kind !== 'back');
  const goesOn = !drawn.some(({ kind }) => kind === 'onward') && sumShares(ahead) < 1 - slack;
  if (goesOn) choices.unshift({ key: `next:${stepId}`, to: next, transitionId: null, back: false, share: undefined });
  return choices;
}

/**
 * What customers can do at each step, in the order of the map. Nobody draws that one step follows the other: from a step without a
 * transition of kind “onward”, customers go on to the next one, and from the last one to the end. That way is left out only where the
 * shares of skips and exits say that nobody is left for it. Transitions “at the same time” are no choice: they take nobody away.
 */
export function listChoices(map: Pick<ArrangedMap, 'stages' | 'transitions'>): Map<string, WayChoice[]> {
  const steps = listPlacedSteps(map);
  const placed = new Set(steps);
  const drawn = new Map<string, Transition[]>();
  for (const transition of map.transitions) {
    const { from, to, kind } = transition;
    if (kind === 'parallel' || !placed.has(from) || (to !== null && !placed.has(to))) continue;
    const list = drawn.get(from);
    if (list) list.push(transition);
    else drawn.set(from, [transition]);
  }
  return new Map(steps.map((id, place) => [id, choicesAt(id, steps[place + 1] ?? null, drawn.get(id) ?? [])]));
}

/**
 * The part of those at a step who take each choice, null when it is not known. One choice without a share takes what the others leave.
 * `gone`: choices that these customers have had already; their share falls to the others, in proportion.
 */
export function sharesOf(choices: readonly WayChoice[], gone: ReadonlySet<string>): Map<string, number | null> {
  const open = choices.filter(({ share }) => share === undefined);
  const known = choices.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const rest = open.length === 1 ? Math.max(0, 1 - known) : null;
  const left = choices.filter(({ key }) => !gone.has(key)).map(({ key, share }) => ({ key, share: share ?? rest }));
  if (left.length === choices.length) return new Map(left.map(({ key, share }) => [key, share]));
  const [only] = left;
  if (only && left.length === 1) return new Map([[only.key, 1]]);
  const sum = left.reduce((total, { share }) => total + (share ?? Number.NaN), 0);
  return new Map(left.map(({ key, share }) => [key, sum > 0 && share !== null ? share / sum : null]));
}
