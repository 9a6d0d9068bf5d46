import { absorbStage, absorbStep, type StepWithMoment } from './absorbStep';
import type { ArrangedMap } from './arrange';

/** Why steps or stages cannot become one: there are not two of them, or a joined text would be longer than a text may be. */
export type MergeProblem = 'tooFew' | 'tooLong';

/** Whether these steps or stages of a map can become one; null when they can. What is not on the map does not count. */
export function findMergeProblem(map: ArrangedMap, type: 'step' | 'stage', ids: readonly string[]): MergeProblem | null {
  if (type === 'stage') {
    const [first, ...others] = map.stages.filter(({ id, unplaced }) => !unplaced && ids.includes(id));
    if (!first || others.length === 0) return 'tooFew';
    return fold(first, others, absorbStage) ? null : 'tooLong';
  }
  const [first, ...others] = map.steps
    .filter(({ id }) => ids.includes(id))
    .map((step): StepWithMoment => ({ step, moment: step.moment }));
  if (!first || others.length === 0) return 'tooFew';
  return fold(first, others, absorbStep) ? null : 'tooLong';
}

/** Whether one takes over all of the others. */
function fold<T>(first: T, others: readonly T[], absorb: (kept: T, merged: T) => { kept: T; complete: boolean }): boolean {
  let kept = first;
  return others.every((other) => {
    const absorbed = absorb(kept, other);
    kept = absorbed.kept;
    return absorbed.complete;
  });
}
