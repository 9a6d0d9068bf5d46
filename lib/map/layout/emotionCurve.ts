import type { ArrangedMap } from '../arrange';
import { maxEmotion, minEmotion } from '../emotion';
import type { Persona } from '../persona';
import { brokenCurveThrough } from './brokenCurve';
import { layoutMeasured, layoutMeasuredRows } from './evidence/measuredCurve';
import { type Columns, grid } from './grid';
import { emptyBlock, heightOf, placeText } from './textBlock';
import { textStyles } from './textStyles';
import type { CurveLayout, LayoutOptions, Point, TextBlock } from './types';
import { wrapOf } from './wrap';

/** Radius of a point of the main persona's line, which is a face. */
export const faceRadius = 10;
const labelGap = 2;
/** How much of a further persona's point may not touch a number. */
const dotSlack = 4;
/** Height of one step of the scale. */
const unit = 36;
const padding = 32;
/** Length of a persona's sample line in the legend: long enough to tell the dashes apart. */
export const sampleWidth = 24;
const sampleGap = 8;
/** Least height of a row of the legend. */
const legendRow = 24;
/** Room of the axis' numbers. */
const axisWidth = 28;
const titleGap = 4;
/** Between an axis number and the plot; the face stands left of the number. */
const axisGap = 16;

const inRange = (value: number): number => Math.min(maxEmotion, Math.max(minEmotion, value));

type Side = 'above' | 'below';

/**
 * On which side of a point its number goes: out of the way of its own curve and of the customers' (`measured`), but never over another point; null when both
 * sides are taken.
 */
function findLabelSide(y: number, others: readonly number[], measured: number | null, isPeak: boolean): Side | null {
  const wanted: Side[] = (measured === null ? isPeak : measured > y) ? ['above', 'below'] : ['below', 'above'];
  const near = faceRadius - dotSlack;
  const far = faceRadius + labelGap + textStyles.axis.lineHeight + dotSlack;
  const isFree = (side: Side) =>
    others.every((other) => {
      const distance = side === 'above' ? y - other : other - y;
      return distance < near || distance > far;
    });
  return wanted.find(isFree) ?? null;
}

function valueLabel(value: number, at: Point, side: Side, { labels, measure }: LayoutOptions): TextBlock {
  const text = labels.emotionValue(value);
  const width = measure(text, 'axis');
  const y = side === 'above' ? at.y - faceRadius - labelGap - textStyles.axis.lineHeight : at.y + faceRadius + labelGap;
  return placeText([{ text, width }], 'axis', { x: at.x - width / 2, y });
}

/** The names beside the axis, below the row's title, each with a sample of its line; none for a single persona. */
function layoutPersonaLegend(
  map: ArrangedMap,
  { measure, labels, legendPersonas = map.personas }: LayoutOptions,
  top: number,
): CurveLayout['legend'] {
  if (legendPersonas.length < 2) return [];
  const wrap = wrapOf(measure);
  const shown = new Set(map.personas.map(({ id }) => id));
  const left = grid.margin + sampleWidth + sampleGap;
  // The axis takes the right of the header: names stay clear of it.
  const width = grid.header - sampleWidth - sampleGap - axisGap - axisWidth;
  let y = top;
  return legendPersonas.map((persona, index) => {
    const lines = wrap(persona.name.trim() || labels.unnamedPersona, 'axis', width);
    const height = Math.max(legendRow, heightOf(lines.length, 'axis') + 8);
    const nameTop = y + (height - heightOf(Math.max(1, lines.length), 'axis')) / 2;
    const entry = {
      personaId: persona.id,
      index,
      name: placeText(lines, 'axis', { x: left, y: nameTop }),
      sampleAt: { x: grid.margin, y: nameTop + textStyles.axis.lineHeight / 2 },
      box: { x: grid.margin, y, width: sampleWidth + sampleGap + width, height },
      shown: shown.has(persona.id),
    };
    y += height;
    return entry;
  });
}

/** The row of the emotion curve: axis +2 … −2, one line per persona, broken at the steps at which nothing is said of it. */
export function layoutCurve(map: ArrangedMap, columns: Columns, options: LayoutOptions, top: number): CurveLayout {
  const { measure, labels } = options;
  const titleLines = wrapOf(measure)(labels.emotion, 'laneTitle', grid.header - 64);
  const title = placeText(titleLines, 'laneTitle', { x: grid.margin, y: top + grid.lanePadding });
  const legend = layoutPersonaLegend(map, options, top + grid.lanePadding + heightOf(titleLines.length, 'laneTitle') + titleGap);
  const lastRow = legend.at(-1)?.box;
  const rowsTop = lastRow
    ? lastRow.y + lastRow.height
    : top + grid.lanePadding + heightOf(titleLines.length, 'laneTitle') + titleGap;
  const rowsRoom = { x: grid.margin, y: rowsTop, width: grid.header - axisGap - axisWidth };
  const rows = layoutMeasuredRows(map, legend.length === 0, rowsRoom, options);
  const headerBottom = rows?.bottom ?? (lastRow ? rowsTop : null);
  const legendBottom = headerBottom === null ? 0 : headerBottom + grid.lanePadding - top;

  const plotHeight = (maxEmotion - minEmotion) * unit;
  const height = Math.max(plotHeight + 2 * padding, Math.ceil(legendBottom / 4) * 4);
  const plot = { x: columns.left, y: top + (height - plotHeight) / 2, width: columns.right - columns.left, height: plotHeight };
  const yOf = (value: number) => plot.y + (maxEmotion - value) * unit;

  const gridLines: CurveLayout['grid'] = [];
  for (let value = maxEmotion; value >= minEmotion; value--) {
    const text = labels.emotionValue(value);
    const width = measure(text, 'axis');
    const y = yOf(value);
    gridLines.push({
      value,
      y,
      label: placeText([{ text, width }], 'axis', {
        x: columns.left - axisGap - 32,
        y: y - textStyles.axis.lineHeight / 2,
        align: 'right',
        width: 32,
      }),
    });
  }

  const layoutPersona = (persona: Persona, place: number): CurveLayout['personas'][number] => {
    const felt = map.steps.flatMap((step, rank) => {
      const value = step.emotions.get(persona.id);
      const column = columns.byStep.get(step.id);
      return value === undefined || !column ? [] : [{ step, rank, value, x: column.x + column.width / 2 }];
    });
    const points = felt.map(({ step, rank, value, x }, at) => {
      const y = yOf(inRange(value));
      const others = map.personas.flatMap((other) => {
        const there = other === persona ? undefined : step.emotions.get(other.id);
        return there === undefined ? [] : [yOf(inRange(there))];
      });
      const neighbours = [felt[at - 1]?.value ?? value, felt[at + 1]?.value ?? value];
      const isPeak = value >= neighbours.reduce((sum, neighbour) => sum + neighbour, 0) / neighbours.length;
      const emotion = options.evidence?.get(step.id)?.emotion;
      const measured = emotion && emotion.standing !== 'tooFew' ? yOf(emotion.score) : null;
      const side = place === 0 ? findLabelSide(y, measured === null ? others : [...others, measured], measured, isPeak) : null;
      const label = side === null ? null : valueLabel(value, { x, y }, side, options);
      return { stepId: step.id, x, y, value, gap: felt[at - 1]?.rank !== rank - 1, label };
    });
    const entry = legend.find(({ personaId }) => personaId === persona.id);
    return {
      personaId: persona.id,
      index: entry?.index ?? place,
      main: place === 0,
      name: entry?.name ?? emptyBlock('axis'),
      path: brokenCurveThrough(points),
      points,
    };
  };

  const personas = map.personas.map(layoutPersona);
  return {
    box: { x: grid.margin, y: top, width: columns.right - grid.margin, height },
    plot,
    title,
    grid: gridLines,
    personas,
    legend,
    measured: rows && layoutMeasured(map, columns, options, rows, personas[0]?.points ?? [], (value) => yOf(inRange(value))),
  };
}
