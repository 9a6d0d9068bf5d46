import { describe, expect, test } from 'vitest';
import { readMapFile } from '@/lib/interchange/readMapFile';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { readOutline } from '@/lib/map/templates/outline';
import { template } from '@/lib/map/templates/template';
import { toTemplateMap } from '@/lib/map/templates/toTemplateMap';
import { mapWithCardParts, mapWithReasons } from '@/tests/builders/map';

function usedMap(): JourneyMap {
  const map = template('onlineOrder', 'en');
  const [step] = map.steps;
  return {
    ...map,
    meta: { ...map.meta, asOf: '2026-11-26' },
    cards: map.cards.map((card, index) => (index === 0 ? { ...card, deletedAt: 1 } : card)),
    links: [{ id: 'link1', target: { type: 'step', id: step?.id ?? '' }, sourceId: 'source1' }] as JourneyMap['links'],
  };
}

describe('what a template takes along of a map', () => {
  test('everything: all but what was deleted, the evidence, reasons and the day', () => {
    const map = usedMap();
    expect(toTemplateMap(mapWithReasons(map), 'everything')).toEqual({
      ...map,
      meta: { ...map.meta, asOf: '' },
      cards: map.cards.slice(1),
      links: [],
    });
  });

  test('never pictures and files, which only their map holds', () => {
    const map = mapWithCardParts();
    const kept = toTemplateMap(map, 'everything');
    expect(kept.attachments).toEqual([]);
    expect([kept.cards, kept.cardTags, kept.cardLinks]).toEqual([map.cards, map.cardTags, map.cardLinks]);
  });

  test('the structure: the way and who walks it, and nothing that was found out', () => {
    const map = usedMap();
    const bare = toTemplateMap(map, 'structure');
    for (const what of ['stages', 'lanes', 'personas', 'departments', 'stepDepartments', 'touchpoints'] as const) {
      expect(bare[what]).toEqual(map[what]);
    }
    expect(bare.steps.map(({ id, title, pos }) => ({ id, title, pos }))).toEqual(
      map.steps.map(({ id, title, pos }) => ({ id, title, pos })),
    );
    expect(
      bare.steps.every(
        ({ notes, evidenceLevel, ...step }) => notes === '' && evidenceLevel === 'assumed' && !('waiting' in step),
      ),
    ).toBe(true);
    expect(bare.cards).toEqual([]);
    expect(bare.emotions).toEqual([]);
    expect(bare.links).toEqual([]);
    expect(bare.moments.map(({ stepId, gate, stays }) => [stepId, gate, stays])).toEqual(
      map.moments.map(({ stepId }) => [stepId, 'unknown', '']),
    );
    expect(bare.transitions.map(({ label, share }) => [label, share])).toEqual(
      map.transitions.map(({ label }) => [label, undefined]),
    );
    expect(bare.meta).toMatchObject({ notes: '', asOf: '', scenario: map.meta.scenario });
  });

  test.each(['everything', 'structure'] as const)('%s is read from its text as it was written, without a remark', (scope) => {
    const map = toTemplateMap(usedMap(), scope);
    expect(readMapFile(toCanonicalJson(map))).toEqual({ map, problems: [] });
  });
});

test('an outline that cannot be read says nothing', () => {
  const nothing = { stages: 0, steps: 0, moments: 0, curve: [] };
  for (const broken of [null, 'x', {}, { stages: 1, steps: 1, moments: 0, curve: [9] }])
    expect(readOutline(broken)).toEqual(nothing);
});
