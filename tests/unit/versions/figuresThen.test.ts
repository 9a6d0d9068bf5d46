import { describe, expect, it } from 'vitest';
import { toFigure } from '@/lib/evidence/figures/figure';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import { toFiguresThen } from '@/lib/versions/figuresThen';
import type { VersionEvidence, VersionSum } from '@/lib/versions/versionEvidence';
import { nps, npsCounts } from '@/tests/builders/scores';

const sum = (answers: number): VersionSum => ({
  ...{ answers, quotes: 0, emotion: null },
  scores: [{ asked: [{ sourceId: 'survey', column: 1 }], figure: toFigure(npsCounts(answers, 0, answers), nps), change: null }],
});
const step = { type: 'step', id: 's1' } as const;
const card = { type: 'card', id: 'c1' } as const;
const link = (id: string, more: Partial<EvidenceLink> = {}): EvidenceLink => ({ id, target: step, sourceId: 'survey', ...more });

const hotline = link('hotline', { filter: { touchpoint: 'Hotline' } });
const shop = link('shop', { filter: { touchpoint: 'Shop' } });
const onCard = link('onCard', { target: card });
const kept: VersionEvidence = {
  sources: [{ id: 'survey', name: 'Survey' }],
  links: [
    { linkId: 'hotline', ...sum(40) },
    { linkId: 'shop', ...sum(30) },
    { linkId: 'onCard', ...sum(20) },
  ],
  steps: [
    { stepId: 's1', isMeasured: true, ...sum(70) },
    { stepId: 's2', isMeasured: false, ...sum(0) },
  ],
};
const then = toFiguresThen(kept, [hotline, shop, onCard]);
const nOf = (found: { scores: readonly { figure: { n: number } }[] }) => found.scores.map(({ figure }) => figure.n);

describe('what links had come to in a version', () => {
  it('is told of the same link, also when it was taken off and made again', () => {
    expect(then.ofLink(hotline)).toMatchObject({ linked: 'same' });
    expect(nOf(then.ofLink({ ...hotline, id: 'again' }))).toEqual([40]);
    expect(then.ofLink({ ...hotline, id: 'again' }).linked).toBe('same');
  });

  it('of a link that means others now says so', () => {
    const narrowed = { ...hotline, filter: { touchpoint: 'Hotline', channel: 'phone' } };
    expect(then.ofLink(narrowed)).toMatchObject({ linked: 'other' });
    expect(nOf(then.ofLink(narrowed))).toEqual([40]);
    // What the link says now, another one said then.
    expect(nOf(then.ofLink({ ...hotline, filter: { touchpoint: 'Shop' } }))).toEqual([30]);
    expect(then.ofLink(link('new', { sourceId: 'other' }))).toEqual({ linked: 'none', scores: [] });
  });

  it('of a step goes by all the links to it, in any order', () => {
    expect(then.ofStep('s1', [shop, hotline])).toMatchObject({ linked: 'same' });
    expect(nOf(then.ofStep('s1', [shop, hotline]))).toEqual([70]);
    expect(then.ofStep('s1', [hotline])).toMatchObject({ linked: 'other' });
    expect(then.ofStep('s2', [hotline])).toEqual({ linked: 'none', scores: [] });
    expect(then.ofStep('s9', [hotline])).toEqual({ linked: 'none', scores: [] });
  });

  it('of a card is known where there is one link', () => {
    expect(nOf(then.ofOther([onCard]))).toEqual([20]);
    expect(then.ofOther([onCard, link('more', { target: card, responseId: 'r1' })])).toEqual({ linked: 'notKept', scores: [] });
  });
});
