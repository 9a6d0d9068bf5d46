import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { toPdf } from '@/lib/export/pdf';
import { template } from '@/lib/map/templates/template';
import { mapBuilder, smallMap } from '../../builders/map';
import { sceneOf } from './scenes';

const defaults = { paper: 'fit', orientation: 'landscape' } as const;
const make = (map: Parameters<typeof sceneOf>[0], extra: Partial<Parameters<typeof toPdf>[1]> = {}) => {
  const { layout, options } = sceneOf(map, 'de');
  return toPdf(layout, { ...options, ...defaults, ...extra });
};
const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;

async function textOf(bytes: Uint8Array): Promise<string> {
  const page = await (await open(bytes)).getPage(1);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

type Tree = { role?: string; alt?: string; children?: Tree[] };
const rolesOf = (tree: Tree): string[] => [tree.role ?? '', ...(tree.children ?? []).flatMap(rolesOf)].filter(Boolean);

describe('toPdf', () => {
  it('is one page of the map’s size, three quarters of a point a pixel', async () => {
    const { layout } = sceneOf(smallMap(), 'de');
    const pdf = await open((await make(smallMap())).bytes);
    expect(pdf.numPages).toBe(1);
    const [, , width, height] = (await pdf.getPage(1)).view;
    expect(width).toBeCloseTo(layout.width * 0.75, 1);
    expect(height).toBeCloseTo(layout.height * 0.75, 1);
  });

  it('has text that can be selected, in reading order, with spaces where lines broke', async () => {
    const text = (await textOf((await make(template('customerServiceCall', 'de'))).bytes)).replaceAll('\n', ' ');
    const order = [
      'Anruf beim Kundenservice',
      'Ist-Zustand',
      'Sabine, 47',
      'Bemerken',
      'Weg suchen',
      'Gefühl',
      'Tun',
      'Denken',
      'vermutet',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(
      places.every((place) => place >= 0),
      JSON.stringify(places),
    ).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('Öffnet die E-Mail mit der Rechnung und stutzt');
  });

  it('keeps Greek, Cyrillic, emoji and arrows as text', async () => {
    const text = await textOf((await make(mapBuilder({ title: 'Ω Яна → Łódź 😀 👩‍💻' }).toMap())).bytes);
    expect(text).toContain('Ω Яна → Łódź 😀 👩‍💻');
  });

  it('tells its language, title, structure and bookmarks', async () => {
    const pdf = await open((await make(smallMap())).bytes);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'A bill that is too high', Language: 'de' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const roles = rolesOf((await (await pdf.getPage(1)).getStructTree()) as Tree);
    for (const role of ['Document', 'Sect', 'H1', 'H2', 'H3', 'P', 'Figure']) expect(roles).toContain(role);
    const titles = (await pdf.getOutline()).map((item) => item.title);
    expect(titles).toEqual(['Before', 'Contact', 'Tun', 'Denken']);
  });

  it('embeds subsets of the shipped fonts only', async () => {
    const { bytes } = await make(mapBuilder({ title: 'Яна 😀' }).toMap());
    const names = new Set(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/BaseFont \/[^\s/]+/g),
    );
    expect(
      [...names].every((name) => /\/BaseFont \/[A-Z]{6}\+(Inter|NotoEmoji)/.test(name)),
      [...names].join(),
    ).toBe(true);
    expect([...names].some((name) => name.includes('NotoEmoji'))).toBe(true);
    expect(bytes.length).toBeLessThan(100_000);
  });

  it('reports characters without a font', async () => {
    const { missing } = await make(mapBuilder({ title: 'Tokio 東京' }).toMap());
    expect(missing).toEqual(['東', '京']);
  });

  it('fits the map onto paper, and says when the text gets too small to read', async () => {
    const { bytes, warnings } = await make(template('customerServiceCall', 'de'), { paper: 'a4' });
    expect((await (await open(bytes)).getPage(1)).view.map(Math.round)).toEqual([0, 0, 842, 595]);
    expect(warnings).toEqual([{ code: 'textTooSmall', points: expect.any(Number), paper: 'a3' }]);
    expect((await make(template('customerServiceCall', 'de'), { paper: 'a3' })).warnings).toEqual([]);
  });

  it('draws an empty map, in the dark too', async () => {
    const { bytes } = await make(template('blank', 'de'), { scheme: 'dark', paper: 'a0', orientation: 'portrait' });
    expect((await open(bytes)).numPages).toBe(1);
  });
});
