import { quoteLineWidth } from '@/lib/map/layout/evidence/quotes';
import { barHeight } from '@/lib/map/layout/evidence/scores';
import { markPath } from '@/lib/map/layout/personaStyle';
import type { MeasuredCurveLayout, QuoteLayout, SaidLayout, ScoreLayout } from '@/lib/map/layout/types';
import type { SceneContext } from './context';
import { contextAt } from './emphasis';

/** Length of a line's sample in the curve's header. */
export const sampleWidth = 24;
/** Dash of the customers' line: dots, unlike any persona's line. */
export const measuredDash = [1, 4] as const;
/** How far the mark of the score rises above and below its scale. */
export const scoreTick = 3;
/** Half the length of the strokes at the ends of an interval. */
export const whisker = 3;

/** What customers say about a step, in the lane of evidence. */
export function drawSaid(all: SceneContext, said: SaidLayout): void {
  const context = contextAt(all, said.stepId);
  for (const score of said.scores) drawScore(context, score);
  for (const quote of said.quotes) drawQuote(context, quote);
}

function drawScore({ pen, colour }: SceneContext, score: ScoreLayout): void {
  const { bar } = score;
  pen.group({ kind: 'figure', label: score.words }, () => {
    pen.box(score.box, { fill: colour('evidenceTint'), stroke: colour('evidenceLine'), strokeWidth: 1, radius: 6 });
    pen.text(score.name, colour('evidence'));
    pen.text(score.answers, colour('inkSoft'));
    pen.text(score.value, colour(score.standing === 'firm' ? 'ink' : 'inkSoft'));
    pen.text(score.unit, colour('inkSoft'));
    if (bar) {
      pen.box(bar.scale, { fill: colour('evidenceLine'), radius: barHeight / 2 });
      pen.box(bar.interval, { fill: colour('evidence'), radius: barHeight / 2 });
      const [top, bottom] = [bar.scale.y - scoreTick, bar.scale.y + barHeight + scoreTick];
      pen.line({ x: bar.scoreX, y: top }, { x: bar.scoreX, y: bottom }, { stroke: colour('ink'), strokeWidth: 1.5 });
    }
    pen.text(score.note, colour('inkSoft'));
  });
}

function drawQuote({ pen, colour }: SceneContext, quote: QuoteLayout): void {
  const { x, y, height } = quote.box;
  const more = quote.more?.lines.length ? 20 : 0;
  pen.box({ x, y, width: quoteLineWidth, height: height - more }, { fill: colour(quote.erased ? 'lineStrong' : 'evidence') });
  pen.text(quote.text, colour(quote.erased ? 'inkMuted' : 'ink'));
  pen.text(quote.source, colour('inkMuted'));
  if (quote.more) pen.text(quote.more, colour('inkMuted'));
}

/** The area between the team's line and the customers'; it lies below both. */
export function drawMeasuredArea({ pen, colour }: SceneContext, { area }: MeasuredCurveLayout): void {
  pen.path(area, { fill: colour('gap') });
}

/** The customers' line: dots through diamonds, with a stroke as long as the score is unsure. */
export function drawMeasured(context: SceneContext, { path, points, legend, gap }: MeasuredCurveLayout): void {
  const { pen, colour, ground } = context;
  pen.path(path, { stroke: colour('evidence'), strokeWidth: 2.25, dash: measuredDash });
  for (const point of points) {
    const paint = { stroke: colour('evidence'), strokeWidth: 1.5 };
    pen.line({ x: point.x, y: point.top }, { x: point.x, y: point.bottom }, paint);
    for (const y of [point.top, point.bottom]) pen.line({ x: point.x - whisker, y }, { x: point.x + whisker, y }, paint);
    pen.path(markPath('diamond', point), { fill: point.standing === 'firm' ? colour('evidence') : ground, ...paint });
  }
  for (const { line, name, sampleAt } of legend) {
    const isTeam = line === 'team';
    const to = { x: sampleAt.x + sampleWidth, y: sampleAt.y };
    const paint = { stroke: colour(isTeam ? 'ink' : 'evidence'), strokeWidth: 2.25 };
    pen.line(sampleAt, to, isTeam ? paint : { ...paint, dash: measuredDash });
    if (!isTeam)
      pen.path(markPath('diamond', { x: sampleAt.x + sampleWidth / 2, y: sampleAt.y }, 3.5), { fill: colour('evidence') });
    pen.text(name, colour('inkSoft'));
  }
  pen.text(gap, colour('inkSoft'));
}
