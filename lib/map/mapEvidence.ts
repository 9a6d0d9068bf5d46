import type { Comparison } from '@/lib/evidence/figures/compareFigures';
import type { Figure } from '@/lib/evidence/figures/figure';
import type { MeasuredEmotion } from '@/lib/evidence/measuredEmotion';
import type { ArrangedMap } from './arrange';
import { type EvidenceLevel, evidenceLevels } from './evidenceLevel';

/**
 * A score about a step. `change`: against the period before, or against the version with the number `against`; null where nothing is said of it, or there was
 * no such score. `otherLinks`: other evidence is linked to the step than in what it is compared with.
 */
export type StepFigure = { figure: Figure; change: Comparison | null; against?: number; otherLinks?: boolean };

/** What a customer said, by its link. `text` is null when the answer was erased; `day` is `YYYY-MM-DD`. */
export type StepQuote = { linkId: string; text: string | null; source: string; day: string | null };

/** What customers say about a step. `isMeasured`: by enough answers (lib/evidence/levelByEvidence.ts). */
export type StepEvidence = {
  figures: readonly StepFigure[];
  emotion: MeasuredEmotion | null;
  quotes: readonly StepQuote[];
  isMeasured: boolean;
};

/** What customers say about the steps of a map, by the steps' ids. It lies outside of the document and is never part of it. */
export type MapEvidence = ReadonlyMap<string, StepEvidence>;

const rankOf = (level: EvidenceLevel): number => evidenceLevels.indexOf(level);

/** The map with its steps as well known as their evidence makes them. Steps whose level stays keep their identity. */
export function withEvidence(map: ArrangedMap, evidence: MapEvidence | null): ArrangedMap {
  if (evidence === null || evidence.size === 0) return map;
  const raise = <Step extends { id: string; evidenceLevel: EvidenceLevel }>(step: Step): Step => {
    const isRaised = evidence.get(step.id)?.isMeasured && rankOf(step.evidenceLevel) < rankOf('measured');
    return isRaised ? { ...step, evidenceLevel: 'measured' } : step;
  };
  const steps = map.steps.map(raise);
  if (steps.every((step, at) => step === map.steps[at])) return map;
  const byId = new Map(steps.map((step) => [step.id, step]));
  const stages = map.stages.map((stage) => ({ ...stage, steps: stage.steps.map((step) => byId.get(step.id) ?? step) }));
  return { ...map, steps, stages };
}
