import type { MapEvidence, StepFigure } from '@/lib/map/mapEvidence';
import { type Comparison, compareFigures } from './figures/compareFigures';
import type { Figure } from './figures/figure';
import { isSameReckoning } from './scoreMethod';

/** A score of a step in two states of a map. Null: that state has none; `change`: null unless both have it. */
export type ComparedFigure = { stepId: string; before: Figure | null; after: Figure | null; change: Comparison | null };

/**
 * The scores of two states, step by step, matched by what they measure. `stepIds` gives the steps and their order. A change is said to be one only where it
 * is more than chance; as answers of the earlier state are among those of the later one more often than not, that is said rather too seldom than too often.
 */
export function compareEvidence(
  before: MapEvidence | null,
  after: MapEvidence | null,
  stepIds: readonly string[],
): ComparedFigure[] {
  return stepIds.flatMap((stepId) => {
    const was = before?.get(stepId)?.figures ?? [];
    const is = after?.get(stepId)?.figures ?? [];
    const left = new Set(was);
    const found = is.map(({ figure }): ComparedFigure => {
      const match = [...left].find((one) => isSameReckoning(one.figure, figure));
      if (match) left.delete(match);
      const change = match ? compareFigures(match.figure, figure) : null;
      return { stepId, before: match?.figure ?? null, after: figure, change };
    });
    return [...found, ...[...left].map(({ figure }) => ({ stepId, before: figure, after: null, change: null }))];
  });
}

/** What customers say in the later state, with what became of each score since the earlier one in place of since the period before. */
export function withChangesSince(after: MapEvidence | null, compared: readonly ComparedFigure[]): MapEvidence | null {
  if (after === null) return null;
  const changes = new Map(compared.map(({ after: figure, change }) => [figure, change]));
  const changed = ({ figure, change }: StepFigure): StepFigure => ({
    figure,
    change: changes.get(figure) ?? (changes.has(figure) ? null : change),
  });
  return new Map([...after].map(([stepId, said]) => [stepId, { ...said, figures: said.figures.map(changed) }]));
}
