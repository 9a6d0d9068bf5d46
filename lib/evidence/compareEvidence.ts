import type { MapEvidence, StepFigure } from '@/lib/map/mapEvidence';
import { type Comparison, compareFigures } from './figures/compareFigures';
import type { Figure } from './figures/figure';
import { isSameReckoning } from './scoreMethod';

/** A score of a step in two states of a map. Null: that state has none; `change`: null unless both have it; `otherLinks`: both have it, of other links. */
export type ComparedFigure = {
  stepId: string;
  before: Figure | null;
  after: Figure | null;
  change: Comparison | null;
  otherLinks: boolean;
};

/**
 * The scores of two states, step by step, matched by what they measure. `stepIds` gives the steps and their order. A change is said to be one only where it
 * is more than chance; as answers of the earlier state are among those of the later one more often than not, that is said rather too seldom than too often.
 * `otherwise`: the steps to which other evidence is linked in the one state than in the other.
 */
export function compareEvidence(
  before: MapEvidence | null,
  after: MapEvidence | null,
  stepIds: readonly string[],
  otherwise: ReadonlySet<string> = new Set(),
): ComparedFigure[] {
  return stepIds.flatMap((stepId) => {
    const was = before?.get(stepId)?.figures ?? [];
    const is = after?.get(stepId)?.figures ?? [];
    const left = new Set(was);
    const found = is.map(({ figure }): ComparedFigure => {
      const match = [...left].find((one) => isSameReckoning(one.figure, figure));
      if (match) left.delete(match);
      const change = match ? compareFigures(match.figure, figure) : null;
      const otherLinks = match !== undefined && otherwise.has(stepId);
      return { stepId, before: match?.figure ?? null, after: figure, change, otherLinks };
    });
    const gone = [...left].map(({ figure }) => ({ stepId, before: figure, after: null, change: null, otherLinks: false }));
    return [...found, ...gone];
  });
}

/** What customers say in the later state, with what became of each score since the earlier one in place of since the period before. */
export function withChangesSince(after: MapEvidence | null, compared: readonly ComparedFigure[]): MapEvidence | null {
  if (after === null) return null;
  const known = new Map(compared.map((one) => [one.after, one]));
  const changed = ({ figure, change }: StepFigure): StepFigure => {
    const found = known.get(figure);
    return found ? { figure, change: found.change, otherLinks: found.otherLinks } : { figure, change };
  };
  return new Map([...after].map(([stepId, said]) => [stepId, { ...said, figures: said.figures.map(changed) }]));
}
