import { maxEmotion } from '../../emotion';
import type { JourneyMap } from '../../journeyMap';
import { brokenCurveThrough } from '../brokenCurve';
import { faceRadius } from '../emotionCurve';
import { placeText } from '../textBlock';
import { textStyles } from '../textStyles';
import type { Box, LayoutOptions, MapLayout, TextBlock } from '../types';

/** What a persona felt at the steps before, over the curve as it is after: the whole line, and its points where it was otherwise. */
export type ComparedCurve = {
  personaId: string;
  /** Place among the personas that are drawn: decides how the line looks. */
  index: number;
  path: string;
  points: readonly { stepId: string; x: number; y: number; value: number }[];
};

/** How much better or worse the main persona feels at a step, in words on a tag beside both points. `from`, `to`: y of the points. */
export type EmotionDelta = { stepId: string; x: number; from: number; to: number; change: number; box: Box; text: TextBlock };

/** Between the points and the tag. */
const tagGap = 5;
const tagPadding = 5;

/** The curves of the state before, and the difference at each step where both say something. */
export function compareCurves(
  before: JourneyMap,
  { curve, steps }: MapLayout,
  { measure, labels }: Pick<LayoutOptions, 'measure' | 'labels'>,
): { curves: ComparedCurve[]; deltas: EmotionDelta[] } {
  const { plot } = curve;
  const unit = plot.height / (2 * maxEmotion);
  const yOf = (value: number): number => plot.y + (maxEmotion - value) * unit;
  const was = new Map(before.emotions.map(({ stepId, personaId, value }) => [`${stepId}:${personaId}`, value]));
  const curves: ComparedCurve[] = [];
  const deltas: EmotionDelta[] = [];
  for (const persona of curve.personas) {
    const felt = steps.flatMap(({ id, box }, rank) => {
      const value = was.get(`${id}:${persona.personaId}`);
      return value === undefined ? [] : [{ stepId: id, rank, value, x: box.x + box.width / 2, y: yOf(value) }];
    });
    const points = felt.map((point, at) => ({ ...point, gap: felt[at - 1]?.rank !== point.rank - 1 }));
    const { index, personaId } = persona;
    const now = new Map(persona.points.map((point) => [point.stepId, point]));
    // Where nothing is otherwise, a second line would only lie on the first one.
    const otherwise = felt.filter(({ stepId, value }) => now.get(stepId)?.value !== value);
    if (otherwise.length > 0) curves.push({ personaId, index, path: brokenCurveThrough(points), points: otherwise });
    if (!persona.main) continue;
    for (const { stepId, value, x, y } of felt) {
      const point = now.get(stepId);
      const change = point ? Math.round((point.value - value) * 10) / 10 : 0;
      if (!point || change === 0) continue;
      const text = labels.emotionValue(change);
      const width = measure(text, 'axis');
      const height = textStyles.axis.lineHeight;
      const box = { x: x + faceRadius + tagGap, y: (y + point.y - height) / 2, width: width + 2 * tagPadding, height };
      const block = placeText([{ text, width }], 'axis', { x: box.x + tagPadding, y: box.y });
      deltas.push({ ...{ stepId, x, from: y, to: point.y, change, box }, text: block });
    }
  }
  return { curves, deltas };
}
