import { describe, expect, test } from 'vitest';
import { readMap } from '@/lib/document/readMap';
import { locales } from '@/lib/i18n/locale';
import { arrange, cellKey } from '@/lib/map/arrange';
import { journeyMapSchema } from '@/lib/map/journeyMap';
import { isCardColour } from '@/lib/map/layout/palette';
import { listTemplates } from '@/lib/map/templates/listTemplates';
import { template, templateIds } from '@/lib/map/templates/template';
import { openDocument } from '@/tests/builders/document';

describe.each(locales.flatMap((locale) => templateIds.map((id) => ({ id, locale }))))(
  'the template $id in $locale',
  ({ id, locale }) => {
    const map = template(id, locale);

    test('is a valid map, the same each time, and survives the document', () => {
      expect(journeyMapSchema.parse(map)).toEqual(map);
      expect(template(id, locale)).toEqual(map);
      expect(readMap(openDocument(map))).toEqual({ map, issues: [] });
    });

    test('uses typographic quotes, signs and known colours', () => {
      expect(
        JSON.stringify(map)
          .replaceAll('\\"', '"')
          .match(/[A-Za-z]'[a-z]| - |\.\.\./g),
      ).toBeNull();
      for (const card of map.cards) expect(card.text).not.toMatch(/"/);
      for (const { colour } of map.departments) expect(isCardColour(colour)).toBe(true);
    });
  },
);

describe.each(locales)('the call to customer service in %s', (locale) => {
  const arranged = arrange(template('customerServiceCall', locale));

  test('has five stages and twelve steps, each with everything that a map tells', () => {
    expect(arranged.stages).toHaveLength(5);
    expect(arranged.steps).toHaveLength(12);
    const cardLanes = arranged.lanes.filter(({ kind }) => kind !== 'touchpoints');
    for (const step of arranged.steps) {
      expect(step.title).not.toBe('');
      expect(step.touchpoints.every(({ name }) => name !== '')).toBe(true);
      expect(step.touchpoints.length).toBeGreaterThan(0);
      expect(step.departments.filter(({ role }) => role === 'responsible')).toHaveLength(1);
      expect(step.emotions.size).toBe(1);
      for (const lane of cardLanes) expect(arranged.cells.get(cellKey(step.id, lane.id))?.length).toBeGreaterThan(0);
    }
    expect(
      arranged.departments
        .map(({ id }) => id)
        .filter((id) => !arranged.steps.some((step) => step.departments.some((part) => part.id === id))),
    ).toEqual([]);
  });

  test('says feelings in a word or two', () => {
    const feeling = arranged.lanes.find(({ kind }) => kind === 'feeling')?.id ?? '';
    for (const step of arranged.steps) {
      const words = arranged.cells.get(cellKey(step.id, feeling)) ?? [];
      expect(words.map(({ text }) => text.split(' ').length <= 2)).toEqual([true]);
    }
  });

  test('has two all-or-nothing moments, one lost and one held, a loop back and ways out with shares', () => {
    const moments = arranged.steps.flatMap(({ moment }) => moment ?? []);
    expect(moments.map(({ gate }) => gate)).toEqual(['failed', 'held']);
    expect(moments.every(({ stays, leaves }) => stays !== '' && leaves !== '')).toBe(true);
    expect(arranged.transitions.map(({ kind }) => kind).sort()).toEqual(['back', 'exit', 'exit']);
    expect(arranged.transitions.every(({ share, label }) => share !== undefined && label !== '')).toBe(true);
  });

  test('is mostly assumed, and in a few places observed', () => {
    const observed = arranged.steps.filter(({ evidenceLevel }) => evidenceLevel === 'observed');
    expect(observed).toHaveLength(3);
    expect(arranged.steps.filter(({ evidenceLevel }) => evidenceLevel === 'assumed')).toHaveLength(9);
  });
});

test('the two languages tell the same journey in their own words', () => {
  const [de, en] = [template('customerServiceCall', 'de'), template('customerServiceCall', 'en')];
  expect(de.emotions).toEqual(en.emotions);
  expect(de.cards.map(({ pos }) => pos)).toEqual(en.cards.map(({ pos }) => pos));
  const english = new Set(en.cards.map(({ text }) => text));
  expect(de.cards.filter(({ text }) => english.has(text))).toEqual([]);
});

test('templates are offered with a title and a description', () => {
  for (const locale of locales) {
    const [call] = listTemplates(locale);
    expect(call?.title).toBe(template('customerServiceCall', locale).meta.title);
    expect(call?.description.length).toBeGreaterThan(40);
  }
});
