import { type EvidenceLevel, evidenceLevels } from '@/lib/map/evidenceLevel';
import { type AnswerLimits, usualLimits } from './figures/answerLimits';
import type { Figure } from './figures/figure';
import type { Metric } from './scoreScale';

/**
 * What a step's evidence says about its level.
 *
 * - `measured`: a score rests on enough answers.
 * - `fewAnswers`: the score with the most answers does not; `needed` says from how many on it would.
 * - `noScores`: no scores are linked.
 */
export type LevelReason = { kind: 'measured' | 'fewAnswers'; metric: Metric; n: number; needed: number } | { kind: 'noScores' };

/** A step's level: `own` as a person set it, `level` as it is shown, and why. */
export type LevelByEvidence = { own: EvidenceLevel; level: EvidenceLevel; reason: LevelReason };

/**
 * A step counts as measured when one of the scores linked to it is firm: it rests on as many answers as a score needs so as not to be called tentative. Answers
 * to several questions are not added up, because the same customers may have given them. Evidence only raises a level: what a person has set higher
 * stays, and when the answers go, the step is again what it was set to.
 */
export function levelByEvidence(
  own: EvidenceLevel,
  figures: readonly Figure[],
  limits: AnswerLimits = usualLimits,
): LevelByEvidence {
  const reason = reasonOf(figures, limits.firm);
  const isRaised = reason.kind === 'measured' && evidenceLevels.indexOf(own) < evidenceLevels.indexOf('measured');
  return { own, level: isRaised ? 'measured' : own, reason };
}

function reasonOf(figures: readonly Figure[], needed: number): LevelReason {
  const [first, ...others] = figures.filter(({ n }) => n > 0);
  if (!first) return { kind: 'noScores' };
  const { n, scale } = others.reduce((most, figure) => (figure.n > most.n ? figure : most), first);
  return { kind: n >= needed ? 'measured' : 'fewAnswers', metric: scale.metric, n, needed };
}
