import type { EvidenceAnswer, LinkScore } from '@/lib/evidence/evidenceAnswer';
import type { Comparison } from '@/lib/evidence/figures/compareFigures';
import type { EvidenceToDraw } from '@/lib/evidence/toMapEvidence';
import type { StepFigure } from '@/lib/map/mapEvidence';

function toComparison({ change }: LinkScore): Comparison | null {
  if (!change) return null;
  const { verdict, difference, interval } = change;
  if (verdict === 'tooFew' || verdict === 'incomparable') return { verdict };
  return difference === null || interval === null ? null : { verdict, difference, interval };
}

/** A score as the map shows it. */
export const toStepFigure = (score: LinkScore): StepFigure => ({ figure: score.figure, change: toComparison(score) });

/** What of the server's answer is drawn. */
export const evidenceToDraw = ({ sources, links, steps }: EvidenceAnswer): EvidenceToDraw => ({
  sources,
  links: links.map((link) => ({ ...link, isErased: link.state === 'erased' })),
  steps: steps.map(({ stepId, scores, emotion, level }) => {
    return { stepId, figures: scores.map(toStepFigure), emotion, isMeasured: level.reason.kind === 'measured' };
  }),
});
