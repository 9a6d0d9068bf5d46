import { describe, expect, it } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { brokenCurveThrough } from '@/lib/map/layout/brokenCurve';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { curveThrough } from '@/lib/map/layout/monotoneCurve';
import { markPath, personaStyle } from '@/lib/map/layout/personaStyle';
import { onlyPersona } from '@/lib/map/onlyPersona';
import { mapBuilder } from '../../builders/map';

const at = (x: number, gap = false) => ({ x, y: x / 2, gap });

describe('brokenCurveThrough', () => {
  it('is a curve where no point is missing', () => {
    const points = [at(0, true), at(10), at(20)];
    expect(brokenCurveThrough(points)).toBe(curveThrough(points));
  });

  it('begins anew after a gap, and draws nothing through a point that stands alone', () => {
    const points = [at(0, true), at(10), at(30, true), at(50, true), at(60)];
    expect(brokenCurveThrough(points)).toBe(curveThrough(points.slice(0, 2)) + curveThrough(points.slice(3)));
    expect(brokenCurveThrough([at(5, true)])).toBe('');
  });
});

/** Four steps: Anna feels something at all of them, Ben at the first, the third and the fourth. */
function twoPersonas() {
  const draft = mapBuilder();
  const [anna, ben] = [draft.addPersona('Anna'), draft.addPersona('Ben')];
  const stage = draft.addStage('Stage');
  for (const [rank, value] of [1, 0, -1, 2].entries()) {
    const step = draft.addStep(stage, `Step ${rank}`);
    draft.setEmotion(step, anna, value);
    if (rank !== 1) draft.setEmotion(step, ben, -value);
  }
  return { map: arrange(draft.toMap()), anna, ben };
}

describe('the curves of several personas', () => {
  const { map, ben } = twoPersonas();
  const options = { measure: measureText, labels: layoutLabels('en'), legendPersonas: map.personas };

  it('are broken at the steps at which one feels nothing', () => {
    const [first, second] = layoutMap(map, options).curve.personas;
    expect(first?.points.map(({ gap }) => gap)).toEqual([true, false, false, false]);
    expect(second?.points.map(({ gap }) => gap)).toEqual([true, true, false]);
    expect(first?.path.match(/M/g)).toHaveLength(1);
    expect(second?.path.match(/M/g)).toHaveLength(1);
    expect(second?.path.startsWith(`M${second.points[1]?.x}`)).toBe(true);
  });

  it('are drawn alone with the legend of all, and keep their looks', () => {
    const { curve, title } = layoutMap(onlyPersona(map, ben), options);
    expect(curve.personas.map(({ personaId, index, main }) => [personaId, index, main])).toEqual([[ben, 1, true]]);
    expect(curve.personas[0]?.points.every(({ label }) => label !== null)).toBe(true);
    expect(curve.legend.map(({ shown }) => shown)).toEqual([false, true]);
    expect(curve.legend.every(({ box }) => box.height >= 24)).toBe(true);
    expect(title.persona.lines[0]?.text).toBe('Ben');
    expect(curve.box).toEqual(layoutMap(map, options).curve.box);
  });

  it('have no legend where only one is laid out, and all are shown when one is gone', () => {
    const { legendPersonas: _, ...plain } = options;
    expect(layoutMap(onlyPersona(map, ben), plain).curve.legend).toEqual([]);
    expect(onlyPersona(map, 'gone')).toBe(map);
    expect(onlyPersona(map, null)).toBe(map);
  });

  it('differ in colour, dash or point, up to a dozen', () => {
    const looks = Array.from({ length: 13 }, (_, index) => JSON.stringify(personaStyle(index)));
    expect(new Set(looks).size).toBe(13);
    for (const mark of ['disc', 'square', 'diamond', 'triangle'] as const) {
      expect(markPath(mark, { x: 10, y: 10 })).toMatch(/^M[\d. MLCZ]+Z$/);
    }
  });
});
