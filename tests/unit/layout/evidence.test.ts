import { describe, expect, it } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { toSvg } from '@/lib/export/svg';
import { arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { Box } from '@/lib/map/layout/types';
import { type MapEvidence, withEvidence } from '@/lib/map/mapEvidence';
import { template } from '@/lib/map/templates/template';
import { richEvidence, stepEvidence, stepFigure } from '../../builders/mapEvidence';
import { nps, satisfied } from '../../builders/scores';

const laneId = 'evidence-lane';

/** The template of a service call with a lane of evidence. */
function serviceCall(locale: 'de' | 'en' = 'en') {
  const map = template('customerServiceCall', locale);
  return arrange({ ...map, lanes: [...map.lanes, { id: laneId, order: 'z', kind: 'evidence', title: '' }] });
}
const map = serviceCall();
const ids = map.steps.map(({ id }) => id);
const firstId = ids[0] ?? '';
const layoutWith = (evidence: MapEvidence | null, locale: 'de' | 'en' = 'en') =>
  layoutMap(withEvidence(serviceCall(locale), evidence), { measure: measureText, labels: layoutLabels(locale), evidence });

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('evidence on the map', () => {
  it('is nothing without any, and nothing stands elsewhere for it', () => {
    const without = layoutMap(map, { measure: measureText, labels: layoutLabels('en') });
    const { said, curve, cards } = layoutWith(new Map());
    expect(said).toEqual([]);
    expect(curve.measured).toBeNull();
    expect(cards).toEqual(without.cards);
  });

  it('stands in the lane of evidence, in the step’s column, each part in a place of its own', () => {
    const layout = layoutWith(richEvidence(ids));
    expect(layout.said.map(({ stepId }) => stepId)).toEqual(ids.slice(0, 6));
    const lane = layout.lanes.find(({ id }) => id === laneId);
    for (const { stepId, box, scores, quotes } of layout.said) {
      const column = layout.steps.find(({ id }) => id === stepId)?.column;
      expect(box.x).toBe(column?.x);
      expect(box.width).toBe(column?.width);
      expect(box.y).toBeGreaterThanOrEqual(lane?.box.y ?? Number.POSITIVE_INFINITY);
      expect(box.y + box.height).toBeLessThanOrEqual((lane?.box.y ?? 0) + (lane?.box.height ?? 0));
      const boxes = [...scores, ...quotes].map((part) => part.box);
      for (const [at, one] of boxes.entries()) for (const other of boxes.slice(at + 1)) expect(overlap(one, other)).toBe(false);
    }
  });

  it('shows a score with its answers, its interval and what became of it', () => {
    const shown = stepFigure(satisfied, [14, 9, 10, 32, 42], [30, 20, 10, 20, 20]);
    const [score] = layoutWith(new Map([[firstId, stepEvidence([shown])]])).said[0]?.scores ?? [];
    if (!score) throw new Error('no score');
    expect(wordsOf(score.name)).toBe('CSAT 1–5');
    expect(wordsOf(score.answers)).toBe('n = 107');
    expect(wordsOf(score.value)).toBe('69%');
    expect(wordsOf(score.unit)).toBe('satisfied');
    expect(wordsOf(score.note)).toBe('95%: 60% … 77%\u00a0· ↑ 29, better');
    expect(score.words).toBe('CSAT 1–5: 69% satisfied; n = 107; 95%: 60% … 77%; ↑ 29, better');
    const { bar } = score;
    if (!bar) throw new Error('no bar');
    expect((bar.scoreX - bar.scale.x) / bar.scale.width).toBeCloseTo(74 / 107, 6);
    expect(bar.interval.x).toBeLessThan(bar.scoreX);
    expect(bar.interval.x + bar.interval.width).toBeGreaterThan(bar.scoreX);
  });

  it('says that there are too few answers, instead of a score', () => {
    const [score] =
      layoutWith(new Map([[firstId, stepEvidence([stepFigure(satisfied, [1, 1, 1, 2, 2])])]])).said[0]?.scores ?? [];
    expect(score && wordsOf(score.value)).toBe('too few to score');
    expect(score?.bar).toBeNull();
    expect(score?.words).toBe('CSAT 1–5: too few to score; n = 7');
  });

  it('says in German what is said in English', () => {
    const shown = stepFigure(nps, [2, 1, 0, 1, 1, 1, 0, 5, 4, 8, 7]);
    const [score] = layoutWith(new Map([[firstId, stepEvidence([shown])]]), 'de').said[0]?.scores ?? [];
    expect(score?.words).toBe('NPS: +30; n = 30; 95\u00a0%: +1 … +54');
    const said = layoutWith(richEvidence(ids), 'de').said;
    expect(said.flatMap(({ quotes }) => quotes.map(({ text }) => wordsOf(text)))).toContain('Diese Antwort wurde gelöscht.');
  });

  it('cuts a quote that is too long, and counts those that have no room', () => {
    const text = 'It goes on. '.repeat(80);
    const quote = (linkId: string) => ({ linkId, text, source: 'Survey', day: null });
    const [said] = layoutWith(new Map([[firstId, stepEvidence([], ['a', 'b', 'c', 'd', 'e'].map(quote))]])).said;
    expect(said?.quotes).toHaveLength(3);
    for (const { text: block } of said?.quotes ?? []) {
      expect(block.lines).toHaveLength(6);
      expect(block.lines.at(-1)?.text.endsWith('…')).toBe(true);
      for (const line of block.lines)
        expect(line.x + line.width).toBeLessThanOrEqual((said?.box.x ?? 0) + (said?.box.width ?? 0));
    }
    expect(wordsOf(said?.quotes.at(-1)?.more ?? { style: 'axis', lines: [] })).toBe('2 more quotes');
  });

  it('gives the same object again for the same evidence in the same place', () => {
    const evidence = richEvidence(ids);
    expect(layoutWith(evidence).said[0]).toBe(layoutWith(evidence).said[0]);
  });

  it('raises a step to what it is measured to be, and lowers none', () => {
    const evidence: MapEvidence = new Map([[firstId, { ...stepEvidence([]), isMeasured: true }]]);
    const raised = withEvidence(
      { ...map, steps: map.steps.map((step) => ({ ...step, evidenceLevel: 'assumed' as const })) },
      evidence,
    );
    expect(raised.steps.map(({ evidenceLevel }) => evidenceLevel).filter((level) => level === 'measured')).toHaveLength(1);
    expect(raised.stages.flatMap(({ steps }) => steps).find(({ id }) => id === firstId)?.evidenceLevel).toBe('measured');
    expect(withEvidence(map, new Map())).toBe(map);
  });

  it('draws what customers feel beside what the team thinks, broken where too few say so', () => {
    const { curve } = layoutWith(richEvidence(ids));
    // The fifth step has seven answers only.
    expect(curve.measured?.points.map(({ stepId }) => stepId)).toEqual([0, 1, 2, 3, 5].map((at) => ids[at]));
    expect(curve.measured?.path.match(/M/g)).toHaveLength(1);
    expect(curve.measured?.area.match(/M/g)).toHaveLength(1);
    expect(curve.measured?.area.endsWith('Z')).toBe(true);
    for (const { y, top, bottom } of curve.measured?.points ?? []) {
      expect(top).toBeLessThanOrEqual(y);
      expect(bottom).toBeGreaterThanOrEqual(y);
      expect(top).toBeGreaterThanOrEqual(curve.plot.y);
      expect(bottom).toBeLessThanOrEqual(curve.plot.y + curve.plot.height);
    }
    expect(wordsOf(curve.measured?.gap ?? { style: 'axis', lines: [] })).toBe('Largest gap: step 6, +3.2');
  });

  it('is drawn with sentences for those who cannot see it', () => {
    const labels = layoutLabels('en');
    const { svg } = toSvg(layoutWith(richEvidence(ids)), {
      ...{ labels, scheme: 'light', title: 'Call', description: 'A call' },
      background: true,
    });
    expect(svg).toContain('CSAT 1–5: 69% satisfied; n = 107; 95%: 60% … 77%; change within noise');
    expect(svg).toContain('Customers, measured: Step 1: +');
  });
});
