import { type EvidenceAnswer, evidenceAnswerSchema } from '@/lib/evidence/evidenceAnswer';
import type { LinkTarget } from '@/lib/map/evidenceLink';

const scale = { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' };
const method = { kind: 'share', from: 4 };
const counts = [1, 1, 4, 14, 20];

/** A score of 40 answers, as the server says it; `isFirm`: or of three, too few. */
function score(isFirm: boolean) {
  const distribution = counts.map((count, at) => ({ score: at + 1, count: isFirm ? count : at > 1 ? 1 : 0 }));
  const known = { standing: 'firm', score: 85, interval: { lower: 71, upper: 93 } };
  const unknown = { standing: 'tooFew', score: null, interval: null };
  return {
    asked: [{ sourceId: 'survey', column: 1 }],
    ...{ scale, method },
    figure: { n: isFirm ? 40 : 3, offScale: 0, distribution, ...(isFirm ? known : unknown) },
    change: isFirm
      ? {
          ...{ verdict: 'withinNoise', difference: 3, interval: { lower: -9, upper: 15 } },
          before: { from: '2026-05-01', to: '2026-07-31', n: 20 },
          after: { from: '2026-08-01', to: '2026-10-31', n: 20 },
        }
      : null,
    months: [{ month: '2026-10', n: isFirm ? 40 : 3, ...(isFirm ? known : unknown) }],
  };
}

export type Told = { id: string; target: LinkTarget; responseId?: string; state?: string };

/** An answer of the server about links, and about one step with a firm score and one with too few answers. */
export function answerOf(links: readonly Told[] = [], steps: readonly { id: string; isFirm: boolean }[] = []): EvidenceAnswer {
  return evidenceAnswerSchema.parse({
    sources: [{ id: 'survey', kind: 'survey', basis: null, name: 'Website survey', columns: [] }],
    links: links.map(({ state = 'found', ...link }) => ({
      ...{ ...link, sourceId: 'survey', state, answers: 40, quotes: 12 },
      scores: [score(true)],
    })),
    steps: steps.map(({ id, isFirm }) => ({
      ...{ stepId: id, answers: isFirm ? 40 : 3, quotes: 0, scores: [score(isFirm)], team: 0 },
      level: {
        own: 'assumed',
        level: isFirm ? 'measured' : 'assumed',
        reason: { kind: isFirm ? 'measured' : 'fewAnswers', metric: 'csat', n: isFirm ? 40 : 3, needed: 30 },
      },
      emotion: isFirm
        ? { n: 40, standing: 'firm', score: 1.3, interval: { lower: 1, upper: 1.6 } }
        : { n: 3, standing: 'tooFew', score: null, interval: null },
    })),
    gaps: [],
  });
}
