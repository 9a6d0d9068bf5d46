import { describe, expect, it } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { layoutWay } from '@/lib/map/layout/wayLine';
import { listWays } from '@/lib/map/ways/listWays';
import { smallMap } from '../../builders/map';

const map = arrange(smallMap());
const layout = layoutMap(map, { measure: measureText, labels: layoutLabels('en') });
const [out, on] = listWays(map).ends;

describe('layoutWay', () => {
  it('joins steps that follow each other, once, below their headers', () => {
    const way = on?.ways.find(({ loops }) => loops === 1);
    expect(way?.steps).toEqual(['step1', 'step2', 'step3', 'step2', 'step3']);
    const line = way && layoutWay(layout, way);
    const [first, second, third] = line?.stops ?? [];
    expect(line?.path).toBe(`M${first?.x} ${first?.y}H${second?.x}M${second?.x} ${second?.y}H${third?.x}`);
    expect([line?.start, line?.end]).toEqual([first, third]);
    const header = layout.steps[0]?.box;
    expect(first?.y).toBeGreaterThan((header?.y ?? 0) + (header?.height ?? 0));
    expect(first?.y).toBeLessThan(layout.curve.box.y);
  });

  it('has no end of its own where an exit leads out', () => {
    const way = out?.ways[0];
    const line = way && layoutWay(layout, way);
    expect(line?.stops.map(({ stepId }) => stepId)).toEqual(['step1', 'step2']);
    expect(line?.end).toBeNull();
  });
});
