import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { exportOptionsSchema } from '@/lib/export/exportRequest';
import { renderExport } from '@/lib/export/renderExport';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { largeMap, smallMap } from '../../builders/map';
import { richEvidence, stepEvidence, stepFigure } from '../../builders/mapEvidence';
import { satisfied } from '../../builders/scores';

const before = smallMap();
const after: JourneyMap = {
  ...before,
  cards: before.cards
    .filter(({ id }) => id !== 'card2')
    .map((card) => (card.id === 'card1' ? { ...card, text: 'Opens the mail' } : card)),
  moments: before.moments.map((moment) => ({ ...moment, gate: 'held' as const })),
};
const names = { from: 'Version 3', to: 'Now' };

async function render(format: 'svg' | 'pdf' | 'png', of = { before, after }) {
  const options = exportOptionsSchema.parse({ format, locale: 'en', scale: 1 });
  const stepIds = of.after.steps.map(({ id }) => id);
  const evidence = richEvidence(stepIds);
  const earlier = new Map([[stepIds[0] ?? '', stepEvidence([stepFigure(satisfied, [30, 30, 20, 10, 5])])]]);
  return renderExport({
    ...options,
    map: of.after,
    evidence,
    compared: { before: of.before, evidence: earlier, ...names, how: { isSameMap: true, hand: [] } },
  });
}

const pagesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
  }
  return pages;
};

describe('a picture of two states', () => {
  it('shows what was removed and both words of what says something else, and names the states', async () => {
    const svg = new TextDecoder().decode((await render('svg')).bytes);
    expect(svg).toContain('“Did I order that?”');
    expect(svg).toContain('letter mail');
    expect(svg).toContain('Version 3 → Now');
    for (const kind of ['Added', 'Removed', 'Changed', 'Moved']) expect(svg).toContain(`>${kind}<`);
    // For those who cannot see it.
    expect(svg).toContain('The all-or-nothing moment “Calls” holds now (it failed before).');
    expect((await render('png')).bytes.byteLength).toBeGreaterThan(10_000);
  });

  it('as a PDF begins with the summary in sentences and the scores of both, with what is more than chance', async () => {
    const [summary = '', map = '', ...more] = await pagesOf((await render('pdf')).bytes);
    expect(more).toEqual([]);
    expect(summary).toContain('A bill that is too high');
    expect(summary).toContain('Version 3 → Now');
    expect(summary).toContain('Removed: 1');
    expect(summary).toContain('The all-or-nothing moment “Calls” holds now (it failed before).');
    expect(summary).toMatch(/1 Sees the bill – CSAT 1–5: 16% satisfied → 69% satisfied/);
    expect(map).toContain('letter mail');
  });

  it('says beside the scores, and below the list of them, where other evidence is linked in the one state than in the other', async () => {
    const target = { type: 'step' as const, id: after.steps[0]?.id ?? '' };
    const of = { before, after: { ...after, links: [{ id: 'link', target, sourceId: 'survey' }] } };
    const svg = new TextDecoder().decode((await render('svg', of)).bytes);
    expect(svg).toContain('* other links');
    const [summary = ''] = await pagesOf((await render('pdf', of)).bytes);
    expect(summary).toMatch(/69% satisfied .* \* other links/);
    expect(summary).toContain('Other evidence is linked to the step in the one state than in the other');
    expect(new TextDecoder().decode((await render('svg')).bytes)).not.toContain('other links');
  });

  it('breaks a long summary into pages', async () => {
    const large = largeMap({ steps: 30, lanes: 3, cardsPerCell: 1 });
    const renamed: JourneyMap = { ...large, steps: large.steps.map((step) => ({ ...step, title: `${step.title} again` })) };
    const moved = { ...renamed, transitions: [], emotions: renamed.emotions.map((one) => ({ ...one, value: -2 })) };
    const pages = await pagesOf((await render('pdf', { before: large, after: moved })).bytes);
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages[0]).toContain('30 steps say something else');
  });
});
