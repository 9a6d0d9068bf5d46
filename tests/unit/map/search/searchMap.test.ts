import { describe, expect, it } from 'vitest';
import { arrange } from '@/lib/map/arrange';
import { findInText } from '@/lib/map/search/findInText';
import { toSearchWords } from '@/lib/map/search/foldText';
import { searchMap } from '@/lib/map/search/searchMap';
import { toSnippet } from '@/lib/map/search/toSnippet';
import { template } from '@/lib/map/templates/template';

const found = (text: string, query: string): string[] | null =>
  findInText(text, toSearchWords(query))?.map(({ start, end }) => text.slice(start, end)) ?? null;

describe('finding words in a text', () => {
  it.each([
    ['Überweisung', 'uberweisung', ['Überweisung']],
    ['Wartet auf Rückruf', 'ruck WART', ['Wart', 'Rück']],
    ['Große Straße', 'strasse', ['Straße']],
    ['Spaß', 'spas', ['Spaß']],
    ['Kunden\u00addienst', 'kundendienst', ['Kunden\u00addienst']],
    ['eine\nZeile', 'eine zeile', ['eine', 'Zeile']],
    ['ananas', 'ana', ['ana']],
    ['aaaa', 'aa', ['aaaa']],
    ['Zahlt 👩‍🚒 bar', 'bar', ['bar']],
    ['I\u0307stanbul', 'istanbul', ['I\u0307stanbul']],
  ])('%s, %s', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it('wants every word, and something at all', () => {
    expect(found('eins zwei', 'eins drei')).toBeNull();
    expect(found('eins', '  \n ')).toBeNull();
    expect(found('', 'eins')).toBeNull();
  });
});

describe('what a result shows', () => {
  it('leads to what was found, without cutting words or characters', () => {
    const text = `${'Vorher stand hier sehr viel. '.repeat(5)}Dann kam die Mahnung, und danach ${'noch mehr '.repeat(40)}`;
    const pieces = toSnippet(text, findInText(text, ['mahnung']) ?? []);
    expect(pieces[0]).toEqual({ text: '… ', found: false });
    expect(pieces.filter((piece) => piece.found)).toEqual([{ text: 'Mahnung', found: true }]);
    expect(pieces.at(-1)).toEqual({ text: ' …', found: false });
    const before = toSnippet(`${'👩'.repeat(60)}x`, [{ start: 120, end: 121 }])[1]?.text ?? '';
    expect(before.charCodeAt(0)).toBe('👩'.charCodeAt(0));
  });

  it('is the text itself when it is short', () => {
    expect(toSnippet('zwei\nZeilen', [])).toEqual([{ text: 'zwei Zeilen', found: false }]);
  });
});

describe('searching a map', () => {
  const map = arrange(template('customerServiceCall', 'de'));
  const labels = { laneTitle: (lane: { title: string; kind: string }) => lane.title || lane.kind };

  it.each(['a', 'b', 'e', 'bi', 'en'])(
    'tells everything found for “%s” apart, several departments of one step as well',
    (query) => {
      const keys = searchMap(map, query, labels).map(({ key }) => key);
      expect(keys.length).toBeGreaterThan(0);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it('finds in the order of reading', () => {
    const steps = searchMap(map, 'e', labels).flatMap(({ stepNumber }) => stepNumber ?? []);
    expect(steps.length).toBeGreaterThan(20);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('finds each visible text by its own words', () => {
    for (const step of map.steps) {
      expect(searchMap(map, step.title, labels)).toContainEqual(
        expect.objectContaining({ type: 'step', id: step.id, field: 'title', stepNumber: step.number }),
      );
    }
    for (const card of [...map.cells.values()].flat()) {
      expect(searchMap(map, card.text, labels)).toContainEqual(expect.objectContaining({ type: 'card', id: card.id }));
    }
    expect(searchMap(map, map.lanes[0]?.kind ?? '', labels)[0]?.type).toBe('lane');
  });

  it('finds nothing for nothing', () => {
    expect(searchMap(map, ' ', labels)).toEqual([]);
    expect(searchMap(map, 'gibtesnicht', labels)).toEqual([]);
  });
});
