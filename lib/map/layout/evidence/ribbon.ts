import { type BrokenPoint, runsOf } from '../brokenCurve';
import { type Bezier, bezierThrough } from '../monotoneCurve';
import type { Point } from '../types';

/** A point of a curve at a step. Curves over the same steps have the same x there. */
export type StepPoint = BrokenPoint & { stepId: string };

const round = (value: number): number => Math.round(value * 100) / 100;
const text = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

type Stretch = { from: Point; curve: Bezier };

/** The stretches of a curve by the step at which each ends. */
function stretchesOf(points: readonly StepPoint[]): Map<string, Stretch> {
  const stretches = new Map<string, Stretch>();
  for (const run of runsOf(points)) {
    for (const [index, curve] of bezierThrough(run).entries()) {
      const [from, to] = [run[index], run[index + 1]];
      if (from && to) stretches.set(to.stepId, { from, curve });
    }
  }
  return stretches;
}

function areaOf(pairs: readonly { one: Stretch; other: Stretch }[]): string {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last) return '';
  const forth = pairs.map(({ one: { curve } }) => `C${text(curve.out)} ${text(curve.into)} ${text(curve.to)}`);
  // Backwards, the handles change places.
  const back = pairs.map(({ other: { from, curve } }) => `C${text(curve.into)} ${text(curve.out)} ${text(from)}`).reverse();
  return `M${text(first.one.from)}${forth.join('')}L${text(last.other.curve.to)}${back.join('')}Z`;
}

/**
 * SVG path data of the area between two curves, wherever both lead from one step to the next; its edges are the curves as `brokenCurveThrough` draws them.
 */
export function ribbonBetween(one: readonly StepPoint[], other: readonly StepPoint[]): string {
  const others = stretchesOf(other);
  const mine = stretchesOf(one);
  const areas: { one: Stretch; other: Stretch }[][] = [[]];
  for (const { stepId } of one) {
    const pair = { one: mine.get(stepId), other: others.get(stepId) };
    if (pair.one && pair.other) areas.at(-1)?.push({ one: pair.one, other: pair.other });
    else areas.push([]);
  }
  return areas.map(areaOf).join('');
}
