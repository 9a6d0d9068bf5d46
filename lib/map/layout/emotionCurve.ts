import type { ArrangedMap } from '../arrange';
import { maxEmotion, minEmotion } from '../emotion';
import { type Columns, grid } from './grid';
import { curveThrough } from './monotoneCurve';
import { heightOf, placeText } from './textBlock';
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
const sample = { width: 16, gap: 8 };
const titleGap = 8;
/** Between an axis number and the plot; the face stands left of the number. */
const axisGap = 16;

const inRange = (value: number): number => Math.min(maxEmotion, Math.max(minEmotion, value));

type Side = 'above' | 'below';

/** On which side of a point its number goes: out of the curve's way, but never over another persona's point; null when both are taken. */
function findLabelSide(y: number, others: readonly number[], value: number, neighbours: readonly number[]): Side | null {
  const mean = neighbours.reduce((sum, neighbour) => sum + neighbour, 0) / neighbours.length;
  const wanted: Side[] = value >= mean ? ['above', 'below'] : ['below', 'above'];
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

/** The row of the emotion curve: axis +2 … −2, one line per persona through the steps that have an emotion. */
export function layoutCurve(map: ArrangedMap, columns: Columns, options: LayoutOptions, top: number): CurveLayout {
  const { measure, labels } = options;
  const wrap = wrapOf(measure);
  const titleLines = wrap(labels.emotion, 'laneTitle', grid.header - 64);
  const named = map.personas.length > 1;
  const nameLeft = grid.margin + sample.width + sample.gap;
  // The axis takes the right of the header: names stay clear of it.
  const nameWidth = grid.header - sample.width - sample.gap - axisGap - 28;
  let nameTop = top + grid.lanePadding + heightOf(titleLines.length, 'laneTitle') + titleGap;
  const names = map.personas.map((persona) => {
    const lines = named ? wrap(persona.name.trim(), 'axis', nameWidth) : [];
    const name = placeText(lines, 'axis', { x: nameLeft, y: nameTop });
    const sampleAt = named ? { x: grid.margin, y: nameTop + textStyles.axis.lineHeight / 2 } : null;
    if (named) nameTop += heightOf(Math.max(1, lines.length), 'axis') + 4;
    return { name, sampleAt };
  });

  const plotHeight = (maxEmotion - minEmotion) * unit;
  const height = Math.max(plotHeight + 2 * padding, named ? Math.ceil((nameTop - top + grid.lanePadding) / 4) * 4 : 0);
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

  return {
    box: { x: grid.margin, y: top, width: columns.right - grid.margin, height },
    plot,
    title: placeText(titleLines, 'laneTitle', { x: grid.margin, y: top + grid.lanePadding }),
    grid: gridLines,
    personas: map.personas.map((persona, index) => {
      const felt = map.steps.flatMap((step) => {
        const value = step.emotions.get(persona.id);
        const column = columns.byStep.get(step.id);
        return value === undefined || !column ? [] : [{ step, value, x: column.x + column.width / 2 }];
      });
      const points = felt.map(({ step, value, x }, place) => {
        const at = { x, y: yOf(inRange(value)) };
        const others = map.personas.flatMap((other) => {
          const there = other === persona ? undefined : step.emotions.get(other.id);
          return there === undefined ? [] : [yOf(inRange(there))];
        });
        const neighbours = [felt[place - 1]?.value ?? value, felt[place + 1]?.value ?? value];
        const side = index === 0 ? findLabelSide(at.y, others, value, neighbours) : null;
        return { stepId: step.id, ...at, value, label: side === null ? null : valueLabel(value, at, side, options) };
      });
      const { name = { style: 'axis', lines: [] }, sampleAt = null } = names[index] ?? {};
      return { personaId: persona.id, index, name, sampleAt, path: curveThrough(points), points };
    }),
  };
}
