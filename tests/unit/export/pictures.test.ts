import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { toPdf } from '@/lib/export/pdf';
import { toPng } from '@/lib/export/png';
import { toSvg } from '@/lib/export/svg';
import { mapWithCardParts } from '@/tests/builders/map';
import { quarters } from '@/tests/builders/pictures';
import { sceneOf } from './scenes';

const { layout, options } = sceneOf(mapWithCardParts(), 'de');
const scene = async () => ({
  ...options,
  pictures: new Map([['file1', { bytes: await quarters('png', { width: 64, height: 48 }), mediaType: 'image/png' as const }]]),
});
type Tree = { role?: string; alt?: string; children?: Tree[] };
const altsOf = (tree: Tree): string[] => [tree.alt ?? '', ...(tree.children ?? []).flatMap(altsOf)].filter(Boolean);

describe('what cards carry, in files', () => {
  test('PDF: pictures and kinds are told in words, links lead somewhere', async () => {
    const { bytes } = await toPdf(layout, { ...(await scene()), paper: 'fit', orientation: 'landscape' });
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
      .promise;
    const page = await pdf.getPage(1);
    const alts = altsOf((await page.getStructTree()) as Tree);
    // One is there, of the other there are no bytes: both are told.
    expect(alts).toEqual(expect.arrayContaining(['The bill', 'desk.jpg', 'Schmerzpunkt', 'Frage', 'Zitat']));
    const addresses = (await page.getAnnotations()).map(
      ({ url, unsafeUrl }: { url?: string; unsafeUrl?: string }) => url ?? unsafeUrl,
    );
    expect(addresses).toEqual(expect.arrayContaining(['https://www.example.org/bills?year=2026', 'mailto:billing@example.org']));
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    expect(text).toMatch(/Rechnung.*terms\.pdf.*example\.org/s);
  });

  test('SVG: the same, and a link opens a tab that knows nothing of the map', async () => {
    const { svg } = toSvg(layout, { ...(await scene()), background: true });
    expect(svg).toContain('<title>The bill</title></image>');
    expect(svg).toContain('aria-label="desk.jpg"');
    expect(svg).toContain(
      '<a href="mailto:billing@example.org" target="_blank" rel="noopener noreferrer" aria-label="Write to billing · billing@example.org">',
    );
  });

  test('PNG: pictures are drawn, not only their place', async () => {
    const { bytes } = await toPng(layout, { ...(await scene()), scale: 1 });
    const image = await loadImage(Buffer.from(bytes));
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const box = layout.cards.flatMap(({ pictures }) => pictures).find(({ fileId }) => fileId === 'file1')?.box;
    const at = (x: number, y: number) =>
      [...context.getImageData((box?.x ?? 0) + x * (box?.width ?? 0), (box?.y ?? 0) + y * (box?.height ?? 0), 1, 1).data].slice(
        0,
        3,
      );
    expect([at(0.25, 0.25), at(0.75, 0.75)]).toEqual([
      [255, 0, 0],
      [255, 255, 0],
    ]);
  });
});
