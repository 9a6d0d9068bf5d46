import { listEmotionGaps } from '@/lib/evidence/emotionGaps';
import type { ArrangedMap } from '../../arrange';
import { brokenCurveThrough } from '../brokenCurve';
import type { Columns } from '../grid';
import { heightOf, placeText } from '../textBlock';
import { textStyles } from '../textStyles';
import type { Box, LayoutOptions, MeasuredCurveLayout } from '../types';
import { wrapOf } from '../wrap';
import { ribbonBetween, type StepPoint } from './ribbon';

/** Least height of a row of the legend, and between a sample of a line and its name. */
const legendRow = 24;
const sampleGap = 8;
/** Length of a line's sample. */
const sampleWidth = 24;

type Rows = Pick<MeasuredCurveLayout, 'legend' | 'gap'> & { bottom: number };

/** The names of both lines and the largest gap between them, in the row's header. `withTeam`: where no persona is named there already. */
function layoutRows(
  gapText: string | null,
  withTeam: boolean,
  room: Omit<Box, 'height'>,
  { labels, measure }: LayoutOptions,
): Rows {
  const wrap = wrapOf(measure);
  const left = room.x + sampleWidth + sampleGap;
  let y = room.y;
  const rows = [...(withTeam ? (['team'] as const) : []), 'customers' as const];
  const legend = rows.map((line): MeasuredCurveLayout['legend'][number] => {
    const lines = wrap(labels.figures[line], 'axis', room.width - sampleWidth - sampleGap);
    const height = Math.max(legendRow, heightOf(lines.length, 'axis') + 8);
    const top = y + (height - heightOf(Math.max(1, lines.length), 'axis')) / 2;
    y += height;
    return {
      line,
      name: placeText(lines, 'axis', { x: left, y: top }),
      sampleAt: { x: room.x, y: top + textStyles.axis.lineHeight / 2 },
    };
  });
  const gapLines = gapText === null ? [] : wrap(gapText, 'axis', room.width);
  const gap = placeText(gapLines, 'axis', { x: room.x, y: y + 4 });
  return { legend, gap, bottom: gapLines.length === 0 ? y : y + 4 + heightOf(gapLines.length, 'axis') };
}

/** What of the measured curve the header needs to know before the row's height is known. */
export function layoutMeasuredRows(
  map: ArrangedMap,
  withTeam: boolean,
  room: Omit<Box, 'height'>,
  options: LayoutOptions,
): Rows | null {
  const { evidence, labels } = options;
  if (!evidence || !map.steps.some(({ id }) => isKnown(evidence.get(id)?.emotion))) return null;
  const main = map.personas[0];
  const [largest] = listEmotionGaps(
    map.steps.map((step) => ({
      stepId: step.id,
      team: (main && step.emotions.get(main.id)) ?? null,
      customers: evidence.get(step.id)?.emotion ?? null,
    })),
  );
  const number = map.steps.find(({ id }) => id === largest?.stepId)?.number;
  const text = largest?.isClear && number !== undefined ? labels.figures.largestGap(number, largest.gap) : null;
  return layoutRows(text, withTeam, room, options);
}

const isKnown = <T extends { standing: string }>(emotion: T | null | undefined): boolean =>
  emotion !== null && emotion !== undefined && emotion.standing !== 'tooFew';

/** The customers' line: where answers measure what they feel, with how sure that is, and the area between it and the team's line. */
export function layoutMeasured(
  map: ArrangedMap,
  columns: Columns,
  { evidence, labels }: LayoutOptions,
  rows: Rows,
  team: readonly StepPoint[],
  yOf: (value: number) => number,
): MeasuredCurveLayout {
  const points = map.steps.flatMap((step, rank): MeasuredCurveLayout['points'] => {
    const emotion = evidence?.get(step.id)?.emotion;
    const column = columns.byStep.get(step.id);
    if (!emotion || emotion.standing === 'tooFew' || !column) return [];
    const before = map.steps[rank - 1];
    return [
      {
        stepId: step.id,
        x: column.x + column.width / 2,
        y: yOf(emotion.score),
        gap: !before || !isKnown(evidence?.get(before.id)?.emotion),
        value: emotion.score,
        n: emotion.n,
        standing: emotion.standing,
        top: yOf(emotion.interval.upper),
        bottom: yOf(emotion.interval.lower),
        words: labels.figures.emotion(step.number, emotion),
      },
    ];
  });
  return { legend: rows.legend, gap: rows.gap, path: brokenCurveThrough(points), area: ribbonBetween(team, points), points };
}
