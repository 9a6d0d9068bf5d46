import { describe, expect, it } from 'vitest';
import { toSvg } from '@/lib/export/svg';
import { svgFontRules } from '@/lib/export/svgFonts';
import { escapeXml } from '@/lib/export/svgPen';
import { template } from '@/lib/map/templates/template';
import { mapBuilder, smallMap } from '../../builders/map';
import { sceneOf } from './scenes';

const draw = (...args: Parameters<typeof sceneOf>) => {
  const { layout, options } = sceneOf(...args);
  return toSvg(layout, { ...options, background: true });
};

describe('toSvg', () => {
  it.each(['light', 'dark'] as const)('draws the small map as it was looked at and found good, %s', async (scheme) => {
    await expect(draw(smallMap(), 'de', scheme).svg).toMatchFileSnapshot(`../../fixtures/svg/smallMap-${scheme}.svg`);
  });

  it('draws an empty map', async () => {
    await expect(draw(template('blank', 'de'), 'de').svg).toMatchFileSnapshot('../../fixtures/svg/blank.svg');
  });

  it('has title, description and headings for those who cannot see it', () => {
    const { svg } = draw(smallMap());
    expect(svg).toContain('<title id="title">A bill that is too high</title>');
    expect(svg).toContain('<desc id="description">A map for tests</desc>');
    expect(svg).toContain('role="heading" aria-level="2"');
  });

  it('makes no markup of what people wrote', () => {
    const map = mapBuilder({ title: '</text><script>alert(1)</script>&\u0000\ud800' }).toMap();
    const { svg } = draw(map);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;');
  });

  it('carries only the fonts that it uses', () => {
    const { layout, options } = sceneOf(smallMap());
    const { svg } = toSvg(layout, { ...options, background: true, fontRules: svgFontRules });
    expect(svg.match(/@font-face/g)).toHaveLength(3);
    expect(svg).not.toMatch(/url\((?!data:font\/woff2;base64,)/);

    const draft = mapBuilder({ title: 'Яна 😀 Łódź' });
    const scene = sceneOf(draft.toMap());
    const more = toSvg(scene.layout, { ...scene.options, background: true, fontRules: svgFontRules }).svg;
    expect(more).toContain("font-family:'Noto Emoji'");
    expect(more).toContain('U+0400-045F');
    expect(more).toContain('U+0100-02BA');
  });

  it('keeps and reports characters for which no font is shipped', () => {
    const { svg, missing } = draw(mapBuilder({ title: 'Tokio 東京' }).toMap());
    expect(missing).toEqual(['東', '京']);
    expect(svg).toMatch(/textLength="32"[^>]*>東</);
  });
});

describe('escapeXml', () => {
  it('escapes markup, drops what XML forbids and replaces broken characters', () => {
    expect(escapeXml(`<a b="c">&'\u0007\t\ud800`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&#39;\t\ufffd');
  });
});
