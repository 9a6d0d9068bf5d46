import type { Against, EvidenceAnswer, LinkAnswer, LinkScore } from '@/lib/evidence/evidenceAnswer';
import type { Comparison } from '@/lib/evidence/figures/compareFigures';
import type { EvidenceToDraw } from '@/lib/evidence/toMapEvidence';
import type { StepFigure } from '@/lib/map/mapEvidence';

function toComparison(
  told: Pick<NonNullable<LinkScore['since']>, 'verdict' | 'difference' | 'interval'> | null,
): Comparison | null {
  if (!told) return null;
  const { verdict, difference, interval } = told;
  if (verdict === 'tooFew' || verdict === 'incomparable') return { verdict };
  return difference === null || interval === null ? null : { verdict, difference, interval };
}

/** A score as the map shows it: with what became of it since the period before, or since the version that is compared with. */
export function toStepFigure(
  { figure, change, since }: Pick<LinkScore, 'figure' | 'change' | 'since'>,
  against: Against | null,
  linked: LinkAnswer['linkedThen'],
): StepFigure {
  if (against === null) return { figure, change: toComparison(change) };
  const isKept = against.isKept && linked !== 'notKept';
  if (!isKept) return { figure, change: null };
  return { figure, change: toComparison(since), against: against.version, ...(linked === 'other' ? { otherLinks: true } : {}) };
}

/** What of the server's answer is drawn. */
export const evidenceToDraw = ({ against, sources, links, steps }: EvidenceAnswer): EvidenceToDraw => ({
  sources,
  links: links.map((link) => ({ ...link, isErased: link.state === 'erased' })),
  steps: steps.map(({ stepId, scores, emotion, level, linkedThen }) => ({
    ...{ stepId, emotion, isMeasured: level.reason.kind === 'measured' },
    figures: scores.map((score) => toStepFigure(score, against, linkedThen)),
  })),
});
