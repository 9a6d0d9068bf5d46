import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { exportOptionsSchema } from '@/lib/export/exportRequest';
import type { ExportedFuture } from '@/lib/export/future/distance';
import { renderExport } from '@/lib/export/renderExport';
import type { Locale } from '@/lib/i18n/locale';
import { exportedFuture } from '../../builders/futureState';

async function render(future: ExportedFuture, { locale = 'en' as Locale, isCompared = false, ...more } = {}) {
  const options = exportOptionsSchema.parse({ format: 'pdf', locale, ...more });
  const { map, base } = future;
  const how = { isSameMap: false, hand: [] };
  const compared = isCompared ? { compared: { before: base, evidence: null, from: 'Version 3', to: 'Now', how } } : {};
  return renderExport({ ...options, map, future, ...compared });
}

type Placed = { text: string; left: number; right: number; bottom: number; size: number };

async function pagesOf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
  const pages: { text: string; items: Placed[]; width: number; height: number }[] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at);
    const [, , width = 0, height = 0] = page.view;
    const items = (await page.getTextContent()).items.flatMap((item): Placed[] =>
      'str' in item
        ? [
            {
              text: item.str,
              left: item.transform[4],
              right: item.transform[4] + item.width,
              bottom: item.transform[5],
              size: item.height,
            },
          ]
        : [],
    );
    const text = items
      .map((item) => item.text)
      .join('')
      .replace(/\s+/g, ' ');
    pages.push({ text, items, width, height });
  }
  return { pages, outline: (await pdf.getOutline()).map(({ title }) => title) };
}

const dense = (text: string): string => text.replace(/\s+/g, '');

describe('the PDF of a future state', () => {
  it('says behind the map how far it is from its baseline, and why', async () => {
    const { pages, outline } = await pagesOf((await render(exportedFuture('en'))).bytes);
    expect(pages.length).toBeGreaterThanOrEqual(2);
    const [map, ...sheets] = pages;
    expect(map?.width).toBeGreaterThan(1_000);
    for (const { width } of sheets) expect(width).toBeCloseTo(595.28, 0);
    const said = dense(sheets.map(({ text }) => text).join(' '));
    for (const words of [
      'Future state: how far it is from its baseline, and why',
      'Starts from Version 3 “Agreed with all departments”',
      'everybody who was asked has signed it',
      'Changed: Step “Is called back within the hour”',
      'Nobody likes to wait.',
      'Twenty minutes of music',
      'Survey after the call · 3 Nov 2026',
      'Survey after the call · Channel: phone',
      'An answer of a customer that has been erased',
      'A card that is gone',
      'Feeling +1.5',
      'NPS reaches 40',
      'Customers stay here',
      'differences without a reason',
    ]) {
      expect(said).toContain(dense(words));
    }
    expect(outline).toContain('Calling customer service');
  });

  it('says so in German', async () => {
    const { pages } = await pagesOf((await render(exportedFuture('de'), { locale: 'de' })).bytes);
    const said = dense(
      pages
        .slice(1)
        .map(({ text }) => text)
        .join(' '),
    );
    for (const words of [
      'wie weit er vom Ausgangsstand entfernt ist',
      'Erhoffte Wirkung',
      'Beantwortet',
      'Gefühl +1,5',
      'Unterschiede ohne Begründung',
    ]) {
      expect(said).toContain(dense(words));
    }
  });

  it.each(['en', 'de'] as const)(
    'leaves no word outside of the sheet and loses none, however long a reason is (%s)',
    async (locale) => {
      const long = Array.from({ length: 1_500 }, (_, index) => `word${index}`).join(' ');
      const unbroken = 'x'.repeat(400);
      const { pages } = await pagesOf((await render(exportedFuture(locale, { long: `${long} ${unbroken}` }), { locale })).bytes);
      const sheets = pages.slice(1);
      expect(sheets.length).toBeGreaterThan(2);
      for (const { items } of sheets) {
        for (const { text, left, right, bottom } of items) {
          if (text.trim() === '') continue;
          expect([text, left >= 47, right <= 595.28 - 47, bottom >= 40]).toEqual([text, true, true, true]);
        }
      }
      const said = dense(sheets.map(({ text }) => text).join(''));
      for (const word of ['word0', 'word749', 'word1499']) expect(said).toContain(word);
      expect(said.split('x').length - 1).toBeGreaterThanOrEqual(400);
      // Nothing is so small that it cannot be read on paper.
      for (const { items } of sheets) for (const { size } of items) if (size > 0) expect(size).toBeGreaterThanOrEqual(8);
    },
  );

  it('is the map alone when that is wanted, and for what was derived from nothing', async () => {
    const future = exportedFuture('en');
    const options = exportOptionsSchema.parse({ format: 'pdf', locale: 'en' });
    expect((await pagesOf((await renderExport({ ...options, map: future.map, future: null })).bytes)).pages).toHaveLength(1);
    const svg = await render(future, { format: 'svg' } as never);
    expect(new TextDecoder().decode(svg.bytes)).not.toContain('Nobody likes to wait');
  });

  it('begins with the summary and the reasons when it is compared with its baseline', async () => {
    const { pages } = await pagesOf((await render(exportedFuture('en'), { isCompared: true })).bytes);
    const [summary, why] = pages;
    expect(summary?.text).toContain('Version 3 → Now');
    expect(dense(why?.text ?? '')).toContain(dense('how far it is from its baseline, and why'));
    expect(
      dense(
        pages
          .slice(0, -1)
          .map(({ text }) => text)
          .join(''),
      ),
    ).toContain(dense('Nobody likes to wait.'));
    expect(pages.at(-1)?.width).toBeGreaterThan(1_000);
  });

  it('still has something to say of one that does not differ yet', async () => {
    const { base, origin } = exportedFuture('en');
    const { pages } = await pagesOf((await render({ map: base, base, origin, evidence: new Map() })).bytes);
    expect(pages).toHaveLength(2);
    expect(dense(pages[1]?.text ?? '')).toContain(dense('Nothing differs from the baseline yet.'));
  });

  it('tells beforehand which characters of a reason have no font', async () => {
    const future = exportedFuture('en', { long: 'ܐ' });
    const { missing } = await renderExport({
      ...exportOptionsSchema.parse({ format: 'pdf', locale: 'en' }),
      ...{ map: future.map, future, reportOnly: true },
    });
    expect(missing).toEqual(['ܐ']);
  });
});
