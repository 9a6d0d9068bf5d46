import { compareFigures } from '@/lib/evidence/figures/compareFigures';
import { toFigure } from '@/lib/evidence/figures/figure';
import { measureEmotion } from '@/lib/evidence/measuredEmotion';
import type { Reckoning } from '@/lib/evidence/scoreMethod';
import type { MapEvidence, StepEvidence, StepFigure, StepQuote } from '@/lib/map/mapEvidence';
import { countsFrom, ease, nps, satisfied } from './scores';

/** A score as a step has it; `before`: what was counted in the period before. */
export function stepFigure(asked: Reckoning, counts: readonly number[], before?: readonly number[]): StepFigure {
  const figure = toFigure(countsFrom(asked.scale.min, ...counts), asked);
  return { figure, change: before ? compareFigures(toFigure(countsFrom(asked.scale.min, ...before), asked), figure) : null };
}

/** What customers say about a step: their emotion is measured by all of its figures. */
export function stepEvidence(figures: readonly StepFigure[], quotes: readonly StepQuote[] = []): StepEvidence {
  const parts = figures.map(({ figure }) => ({
    scale: figure.scale,
    counts: new Map(figure.distribution.map(({ score, count }) => [score, count])),
  }));
  const isMeasured = figures.some(({ figure }) => figure.standing === 'firm');
  return { figures, emotion: measureEmotion(parts), quotes, isMeasured };
}

/** A map's evidence as one meets it: firm, tentative and too few answers, changes, quotes, one of them erased. */
export function richEvidence(stepIds: readonly string[]): MapEvidence {
  const said: StepEvidence[] = [
    stepEvidence(
      [stepFigure(satisfied, [14, 9, 10, 32, 42], [6, 4, 9, 20, 30])],
      [
        {
          linkId: 'q1',
          text: 'I looked for the number for ten minutes, and when I had found it, nobody answered.',
          source: 'Website survey',
          day: '2026-11-03',
        },
      ],
    ),
    stepEvidence([stepFigure(ease, [40, 30, 20, 10, 5, 3, 2], [5, 8, 10, 20, 30, 25, 12])]),
    stepEvidence(
      [stepFigure(nps, [2, 1, 0, 1, 1, 1, 0, 5, 4, 8, 7]), stepFigure(satisfied, [1, 0, 2, 3, 1])],
      [
        { linkId: 'q2', text: null, source: 'Follow-up survey', day: null },
        { linkId: 'q3', text: 'The music makes one only angrier.', source: 'Follow-up survey', day: '2026-11-09' },
        { linkId: 'q4', text: 'Three calls, three times the same story.', source: 'Trustpilot', day: '2026-10-28' },
        { linkId: 'q5', text: 'Friendly.', source: 'Trustpilot', day: '2026-10-29' },
      ],
    ),
    stepEvidence([stepFigure(nps, [90, 20, 10, 5, 5, 5, 5, 20, 20, 20, 12])]),
    stepEvidence([stepFigure(satisfied, [1, 1, 1, 2, 2])]),
    stepEvidence([stepFigure(satisfied, [2, 3, 10, 60, 80])]),
  ];
  return new Map(stepIds.flatMap((id, at) => (said[at] ? [[id, said[at]] as const] : [])));
}
