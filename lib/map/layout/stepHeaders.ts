import type { ArrangedStep } from '../arrange';
import type { Columns } from './grid';
import { heightOf, placeText } from './textBlock';
import { textStyles } from './textStyles';
import type { LayoutOptions, StepLayout } from './types';
import { wrapOf } from './wrap';

/** Radius of the disc around a step's number. */
export const numberRadius = 12;
/** Half the diagonal of the all-or-nothing sign. */
export const momentRadius = 12;
const padding = 12;
const titleGap = 8;
const metaGap = 8;
/** Part of the font size that capitals and digits rise above the baseline. */
const capHeight = 1490 / 2048;

/** “Channels · departments”: where and with whom the step happens, each named once. */
export function stepMetaText(step: ArrangedStep, options: Pick<LayoutOptions, 'labels'>): string {
  const channels = step.touchpoints.map((touchpoint) => options.labels.channel(touchpoint.channel));
  const departments = step.departments.map((department) => department.name.trim()).filter((name) => name !== '');
  // A no-break space keeps the dot at the end of a line, never at the start of one.
  return [...new Set([...channels, ...departments])].join('\u00a0· ');
}

/** Headers of all steps, of one height. Their columns reach down to `top` only; the caller lengthens them. */
export function layoutSteps(columns: Columns, options: LayoutOptions, top: number): { steps: StepLayout[]; bottom: number } {
  const wrap = wrapOf(options.measure);
  const titleLeft = padding + 2 * numberRadius + titleGap;
  const drafts = columns.columns.flatMap(({ step, x, width }) => {
    if (!step) return [];
    return [
      {
        step,
        x,
        width,
        title: wrap(step.title.trim(), 'stepTitle', width - titleLeft - padding),
        meta: wrap(stepMetaText(step, options), 'stepMeta', width - 2 * padding),
      },
    ];
  });
  const heights = drafts.map(({ title, meta }) => {
    const titleHeight = Math.max(heightOf(Math.max(1, title.length), 'stepTitle'), 2 * numberRadius);
    const metaHeight = heightOf(Math.max(1, meta.length), 'stepMeta');
    return padding + titleHeight + metaGap + metaHeight + padding;
  });
  const height = Math.ceil(Math.max(84, ...heights) / 4) * 4;
  const disc = top + padding + textStyles.stepTitle.lineHeight / 2;
  const steps = drafts.map(({ step, x, width, title, meta }): StepLayout => {
    const digits = String(step.number);
    const digitsWidth = options.measure(digits, 'stepNumber');
    const centre = x + padding + numberRadius;
    const baseline = disc + (capHeight * textStyles.stepNumber.size) / 2;
    return {
      id: step.id,
      box: { x, y: top, width, height },
      column: { x, y: top, width, height },
      number: step.number,
      numberAt: { x: centre, y: disc },
      numberText: {
        style: 'stepNumber',
        lines: [{ text: digits, width: digitsWidth, x: centre - digitsWidth / 2, y: baseline }],
      },
      title: placeText(title, 'stepTitle', { x: x + titleLeft, y: top + padding }),
      meta: placeText(meta, 'stepMeta', { x: x + padding, y: top + height - padding - heightOf(meta.length, 'stepMeta') }),
      evidenceLevel: step.evidenceLevel,
      moment: step.moment ? { gate: step.moment.gate, at: { x: x + width - 24, y: top } } : null,
    };
  });
  return { steps, bottom: drafts.length === 0 ? top : top + height };
}
