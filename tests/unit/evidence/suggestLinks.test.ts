import { describe, expect, test } from 'vitest';
import { type SourceValue, type SuggestedStep, suggestLinks } from '@/lib/evidence/suggest/suggestLinks';
import { likeness, toPlain, toStem, toWords } from '@/lib/evidence/suggest/words';

const [touchpoint, channel] = (['touchpoint', 'channel'] as const).map(
  (dimension) =>
    (value: string, answers = 100): SourceValue => ({ dimension, value, answers }),
) as [(value: string, answers?: number) => SourceValue, (value: string, answers?: number) => SourceValue];

const step = (id: string, title: string, ...touchpoints: [channel: string, name?: string][]): SuggestedStep => ({
  id,
  title,
  touchpoints: touchpoints.map(([of, name = '']) => ({ channel: of, name })),
});

/** A customer's way to a mended bill. */
const steps = [
  step('bill', 'Öffnet die Rechnung', ['mail', 'Rechnungsversand']),
  step('search', 'Sucht die Rufnummer', ['web', 'Hilfeseiten']),
  step('call', 'Ruft an', ['phone', 'Servicehotline']),
  step('wait', 'Hängt in der Warteschlange', ['phone']),
  step('technician', 'Bekommt Besuch vom Techniker', ['visit', 'Technikertermin']),
  step('pay', 'Bezahlt', ['app']),
];
const told = (values: readonly SourceValue[], of = steps) =>
  suggestLinks(of, values).map(({ stepId, filter, reason }) => [stepId, Object.values(filter)[0], reason.kind]);

describe('words', () => {
  test.each([
    ['Kündigung', 'Kuendigungen'],
    ['Straße', 'Strassen'],
    ['Geschäft', 'Geschäfte'],
    ['visits', 'visit'],
    ['Lieferungen', 'Lieferung'],
    ['waiting', 'wait'],
  ])('%s and %s have one stem', (a, b) => {
    expect(toStem(toPlain(a))).toBe(toStem(toPlain(b)));
  });

  test('mean the same in both languages, and compounds are known by their parts', () => {
    const of = (a: string, b: string) => {
      const [[one], [other]] = [toWords(a), toWords(b)];
      return one && other ? likeness(one, other) : null;
    };
    expect(of('Rechnung', 'invoices')).toBe(0.9);
    expect(of('E-Mail', 'email')).toBe(1);
    expect(of('Kundenhotline', 'Hotline')).toBeGreaterThan(0.7);
    expect(of('Rechnungsversand', 'Rechnung')).toBe(0.7);
    expect(of('Shop', 'Filiale')).toBe(0.9);
    expect(of('Hotline', 'Shop')).toBe(0);
    expect(toWords('die und mit 2026 the of')).toEqual([]);
  });
});

describe('suggestions', () => {
  test('the same name is surest, whatever umlauts and case are written like', () => {
    const [first] = suggestLinks([step('a', 'x', ['shop', 'Geschäft Köln'])], [touchpoint('geschaeft koeln', 42)]);
    expect(first).toEqual({
      stepId: 'a',
      filter: { touchpoint: 'geschaeft koeln' },
      answers: 42,
      score: 1,
      reason: { kind: 'touchpoint', said: 'Geschäft Köln', words: [{ source: 'geschaeft koeln', map: 'Geschäft Köln' }] },
    });
  });

  test('names of touchpoints, then titles, then channels', () => {
    expect(told([touchpoint('Hotline'), touchpoint('Techniker'), touchpoint('Bezahlung')])).toEqual([
      ['call', 'Hotline', 'touchpoint'],
      ['technician', 'Techniker', 'title'],
      ['pay', 'Bezahlung', 'title'],
    ]);
    expect(told([touchpoint('Rechnung'), touchpoint('Waiting queue')])).toEqual([
      ['bill', 'Rechnung', 'title'],
      ['wait', 'Waiting queue', 'title'],
    ]);
  });

  test('a channel says less the more steps have it, and is known in both languages', () => {
    const found = suggestLinks(steps, [channel('Telefon'), channel('Website'), channel('Außendienst')]);
    expect(found.map(({ stepId, score, reason }) => [stepId, Math.round(score * 100), reason.kind, reason.said])).toEqual([
      ['search', 60, 'channel', 'web'],
      ['call', 42, 'channel', 'phone'],
      ['wait', 42, 'channel', 'phone'],
    ]);
  });

  test('English surveys fit German maps, and the other way round', () => {
    expect(told([touchpoint('Invoice'), touchpoint('Technician visit')])).toEqual([
      ['bill', 'Invoice', 'title'],
      ['technician', 'Technician visit', 'title'],
    ]);
    const english = [step('order', 'Orders online', ['web', 'Webshop']), step('return', 'Sends it back', ['mail', 'Returns'])];
    expect(told([touchpoint('Retoure'), touchpoint('Bestellung')], english)).toEqual([
      ['return', 'Retoure', 'touchpoint'],
      ['order', 'Bestellung', 'title'],
    ]);
  });

  test('what has nothing to do with it is not proposed, and nobody gets a long list', () => {
    expect(told([touchpoint('Newsletter'), touchpoint('Werbung'), touchpoint('An'), touchpoint('???')])).toEqual([]);
    expect(suggestLinks([], [touchpoint('Hotline')])).toEqual([]);
    const hotlines = Array.from({ length: 9 }, (_, index) => touchpoint(`Hotline Team ${index}`));
    expect(told(hotlines).filter(([id]) => id === 'call')).toHaveLength(3);
  });
});
