import type { StepFigure } from '../../mapEvidence';
import { grid } from '../grid';
import { heightOf, placeText } from '../textBlock';
import { textStyles } from '../textStyles';
import type { Box, LayoutOptions, ScoreLayout } from '../types';
import { wrapOf } from '../wrap';

const padding = { x: 12, y: 10 };
const unitGap = 6;
const barGap = 8;
/** Height of the scale under a score, on which its interval is drawn. */
export const barHeight = 4;
/** An interval narrower than this could not be seen on its scale. */
const leastInterval = 3;

type At = Omit<Box, 'height'>;

/** The score and the word behind it, or that there are too few answers for one. */
function layoutValue(
  { figure }: StepFigure,
  at: At,
  { labels, measure }: LayoutOptions,
): Pick<ScoreLayout, 'value' | 'unit'> & { bottom: number } {
  const wrap = wrapOf(measure);
  if (figure.standing === 'tooFew') {
    const lines = wrap(labels.figures.tooFew, 'caption', at.width);
    return {
      value: placeText(lines, 'caption', at),
      unit: placeText([], 'caption', at),
      bottom: at.y + heightOf(lines.length, 'caption'),
    };
  }
  const { value, unit } = labels.figures.score(figure);
  const lines = wrap(value, 'score', at.width);
  const valueWidth = Math.max(0, ...lines.map((line) => line.width));
  const besideWidth = at.width - valueWidth - unitGap;
  const unitWidth = measure(unit, 'caption');
  const isBeside = unitWidth <= besideWidth;
  // Beside the score the word stands on its baseline, else below it.
  const unitTop = isBeside
    ? at.y + textStyles.score.lineHeight - textStyles.caption.lineHeight - 2
    : at.y + heightOf(lines.length, 'score');
  const unitLines = wrap(unit, 'caption', isBeside ? besideWidth : at.width);
  const bottom =
    isBeside || unit === '' ? at.y + heightOf(lines.length, 'score') : unitTop + heightOf(unitLines.length, 'caption');
  return {
    value: placeText(lines, 'score', at),
    unit: placeText(unitLines, 'caption', { x: isBeside ? at.x + valueWidth + unitGap : at.x, y: unitTop }),
    bottom,
  };
}

function layoutBar({ figure }: StepFigure, at: At, { labels }: LayoutOptions): ScoreLayout['bar'] {
  if (figure.standing === 'tooFew') return null;
  const { lowest, highest } = labels.figures.bounds(figure);
  const xOf = (value: number) => at.x + ((value - lowest) / (highest - lowest)) * at.width;
  const left = xOf(figure.interval.lower);
  const width = Math.max(leastInterval, xOf(figure.interval.upper) - left);
  return {
    scale: { x: at.x, y: at.y, width: at.width, height: barHeight },
    interval: { x: Math.min(left, at.x + at.width - width), y: at.y, width, height: barHeight },
    scoreX: xOf(figure.score),
  };
}

/** A score as a box: its name and number of answers, the score, its interval on the scale, and what became of it. */
function layoutScore(shown: StepFigure, at: At, options: LayoutOptions): ScoreLayout {
  const { labels, measure } = options;
  const wrap = wrapOf(measure);
  const inner = { x: at.x + padding.x, y: at.y + padding.y, width: at.width - 2 * padding.x };
  const answers = labels.figures.answers(shown.figure.n);
  const answersWidth = measure(answers, 'axis');
  const nameLines = wrap(labels.figures.name(shown.figure), 'badge', inner.width - answersWidth - 8);
  const headHeight = heightOf(Math.max(1, nameLines.length), 'badge');
  const { bottom, ...value } = layoutValue(shown, { ...inner, y: inner.y + headHeight + 2 }, options);
  const bar = layoutBar(shown, { ...inner, y: bottom + barGap }, options);
  const noteTop = bar ? bar.scale.y + barHeight + barGap : bottom;
  const noteLines = wrap(labels.figures.note(shown), 'axis', inner.width);
  const end = noteTop + heightOf(noteLines.length, 'axis') + padding.y;
  return {
    box: { x: at.x, y: at.y, width: at.width, height: end - at.y },
    standing: shown.figure.standing,
    name: placeText(nameLines, 'badge', inner),
    answers: placeText([{ text: answers, width: answersWidth }], 'axis', {
      x: inner.x,
      y: inner.y,
      align: 'right',
      width: inner.width,
    }),
    ...value,
    bar,
    note: placeText(noteLines, 'axis', { x: inner.x, y: noteTop }),
    words: labels.figures.sentence(shown),
  };
}

/** The scores of a step, one below the other. */
export function layoutScores(
  figures: readonly StepFigure[],
  cell: At,
  options: LayoutOptions,
): { scores: ScoreLayout[]; bottom: number } {
  let y = cell.y;
  const scores = figures.map((figure) => {
    const score = layoutScore(figure, { ...cell, y }, options);
    y += score.box.height + grid.gap;
    return score;
  });
  return { scores, bottom: scores.length === 0 ? cell.y : y - grid.gap };
}
