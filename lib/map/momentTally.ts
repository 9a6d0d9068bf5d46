import type { ArrangedMap, ArrangedStep } from './arrange';
import { type Gate, gates } from './moment';
import type { Transition } from './transition';

/** A step at which the customer decides to stay or to leave. */
export type MomentStep = ArrangedStep & { moment: NonNullable<ArrangedStep['moment']> };

/** The steps with an all-or-nothing moment, in order. */
export function listMoments(map: Pick<ArrangedMap, 'steps'>): MomentStep[] {
  return map.steps.filter((step): step is MomentStep => step.moment !== undefined);
}

/** How many moments failed, are held, are open; in the order in which they are told: the worst first. */
export const tallyOrder = ['failed', 'held', 'unknown'] as const satisfies readonly Gate[];

export type MomentTally = { count: number; byGate: Record<Gate, number> };

/** How many all-or-nothing moments a map has, and how they stand. */
export function tallyMoments(map: Pick<ArrangedMap, 'steps'>): MomentTally {
  const byGate = Object.fromEntries(gates.map((gate) => [gate, 0])) as Record<Gate, number>;
  const moments = listMoments(map);
  for (const { moment } of moments) byGate[moment.gate]++;
  return { count: moments.length, byGate };
}

/** Where a journey is lost: the first step whose gate failed, and the part of those there who leave, when its exits say so. */
export type Loss = { step: MomentStep; share: number | undefined };

/** The first failed gate; null when none has failed. One is enough: what comes after is the journey of those only who stayed. */
export function findLoss(map: Pick<ArrangedMap, 'steps' | 'transitions'>): Loss | null {
  const step = listMoments(map).find(({ moment }) => moment.gate === 'failed');
  return step ? { step, share: leavingShare(map.transitions, step.id) } : null;
}

function leavingShare(transitions: readonly Transition[], stepId: string): number | undefined {
  const exits = transitions.filter(({ from, to }) => from === stepId && to === null);
  if (exits.length === 0 || exits.some(({ share }) => share === undefined)) return undefined;
  return Math.min(
    1,
    exits.reduce((sum, { share }) => sum + (share ?? 0), 0),
  );
}
