import { describe, expect, it } from 'vitest';
import { type ExportRequest, exportOptionsSchema } from '@/lib/export/exportRequest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { renderExport } from '@/lib/export/renderExport';
import { mixColours } from '@/lib/export/scene/emphasis';
import { toSvg } from '@/lib/export/svg';
import { arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { hatchPath } from '@/lib/map/layout/hatch';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { palette } from '@/lib/map/layout/palette';
import { wordsOf } from '@/lib/map/layout/textBlock';
import { listWays } from '@/lib/map/ways/listWays';
import { listOnWay } from '@/lib/map/ways/onWay';
import { smallMap } from '../../builders/map';

const request: Omit<ExportRequest, 'format'> = {
  map: smallMap(),
  ...exportOptionsSchema.parse({ format: 'svg', scale: 1, locale: 'en' }),
};
const svgOf = async (evidenceView: boolean) =>
  new TextDecoder().decode((await renderExport({ ...request, format: 'svg', evidenceView })).bytes);

describe('the view “What do we really know?” as a file', () => {
  it('hatches what is only assumed, and counts it in the legend', async () => {
    const [plain, view] = [await svgOf(false), await svgOf(true)];
    expect(view).toContain('hatched: only assumed, 2 of 3 steps and 1 of 4 cards');
    expect(view).toContain(palette.hatch.light);
    expect(plain).not.toContain('only assumed');
    expect(plain).not.toContain(palette.hatch.light);
  });

  it.each(['pdf', 'png'] as const)('can be had as %s, in both schemes', async (format) => {
    for (const theme of ['light', 'dark'] as const) {
      const [plain, view] = await Promise.all(
        [false, true].map((evidenceView) => renderExport({ ...request, format, theme, evidenceView })),
      );
      expect(view?.bytes.byteLength).toBeGreaterThan(plain?.bytes.byteLength ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('a failed moment in a file', () => {
  it('is counted in the title block and colours what is behind it', async () => {
    const svg = await svgOf(false);
    const { loss } = layoutMap(arrange(smallMap()), { measure: measureText, labels: layoutLabels('en') });
    expect(svg).toContain('1 all-or-nothing moment:');
    expect(loss && wordsOf(loss.label)).toBe('Lost from here on: the 12% who leave at step 2');
    expect(svg).toContain(loss?.label.lines[0]?.text);
    expect(svg).toContain(hatchPath(loss?.plot ?? { x: 0, y: 0, width: 0, height: 0 }));
    expect(svg).toContain('behind a failed moment: only those who stayed');
  });
});

describe('a highlighted way, painted', () => {
  it('leaves the way as it is and brings all other colours near the ground', () => {
    const map = arrange(smallMap());
    const labels = layoutLabels('en');
    const layout = layoutMap(map, { measure: measureText, labels });
    const way = listWays(map).ends[0]?.ways[0];
    const draw = (emphasis: ReturnType<typeof listOnWay> | null) =>
      toSvg(layout, { labels, scheme: 'light', background: true, title: '', description: '', emphasis }).svg;
    const shown = draw(way ? listOnWay(map, way) : null);
    const faded = mixColours(palette.ink.light, palette.paper.light, 0.76);
    expect(shown).toMatch(new RegExp(`fill="${faded}"[^>]*><tspan[^>]*>Tells it again`));
    expect(shown).toMatch(new RegExp(`fill="${palette.ink.light}"[^>]*><tspan[^>]*>Sees the bill`));
    expect(draw(null)).not.toContain(faded);
    expect(mixColours('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});
