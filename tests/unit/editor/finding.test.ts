import { describe, expect, it } from 'vitest';
import { listActions } from '@/components/editor/finding/listActions';
import { toPlaceName, toReference } from '@/components/editor/finding/matchPlace';
import { messagesOf } from '@/lib/i18n/translator';
import { arrange } from '@/lib/map/arrange';
import { searchMap } from '@/lib/map/search/searchMap';
import { template } from '@/lib/map/templates/template';

const action = (title: string, possible = true) => ({ id: title, title, possible, keys: undefined, run: () => undefined });
const titles = (query: string, ...actions: ReturnType<typeof action>[]) => listActions(actions, query).map(({ title }) => title);

describe('the command palette', () => {
  it('lists what can be done first, then as it was given', () => {
    expect(titles('', action('c'), action('b', false), action('a'))).toEqual(['c', 'a', 'b']);
  });

  it('finds words in any order, without regard to accents, those that begin so first', () => {
    const found = titles(
      'nach schritt',
      action('Danach: Schritt'),
      action('Schritt danach hinzufügen'),
      action('Schritt löschen'),
    );
    expect(found).toEqual(['Danach: Schritt', 'Schritt danach hinzufügen']);
    expect(titles('hinzufug', action('Karte hinzufügen'), action('Hinzufügen'))).toEqual(['Hinzufügen', 'Karte hinzufügen']);
    expect(titles('gibtesnicht', action('Karte'))).toEqual([]);
  });
});

describe('where a result leads', () => {
  const matches = ['e', 'a', 'n'].flatMap((query) =>
    searchMap(arrange(template('customerServiceCall', 'en')), query, { laneTitle: ({ kind }) => kind }),
  );

  it('has a name in both languages for every text that can be found', () => {
    expect(new Set(matches.map(({ type }) => type)).size).toBeGreaterThan(7);
    for (const match of matches) {
      for (const locale of ['de', 'en'] as const) expect(messagesOf(locale).finding.place).toHaveProperty(toPlaceName(match));
    }
  });

  it('selects something on the map, save for notes on the map and cards without a place', () => {
    for (const match of matches) {
      const nowhere = match.type === 'unplacedCard' || (match.type === 'meta' && match.field === 'notes');
      expect(toReference(match) === null).toBe(nowhere);
    }
  });
});
