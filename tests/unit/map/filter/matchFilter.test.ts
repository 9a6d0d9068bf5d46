import { describe, expect, it } from 'vitest';
import { arrange, cellKey } from '@/lib/map/arrange';
import { emphasise, isCardClear, isTouchpointClear } from '@/lib/map/emphasis';
import { countFilterValues, listFilterChoices, withoutGoneDepartments } from '@/lib/map/filter/filterChoices';
import { isNoFilter, type MapFilter, noFilter, toggleFilterValue } from '@/lib/map/filter/mapFilter';
import { matchFilter } from '@/lib/map/filter/matchFilter';
import { mapWithCardParts } from '../../../builders/map';

const map = arrange(mapWithCardParts());
const [notice, call, retell] = map.steps.map(({ id }) => id);
const [billing, service] = ['Billing', 'Customer service'].map(
  (name) => map.departments.find((one) => one.name === name)?.id ?? '',
);
const texts = new Map([...map.cells.values()].flat().map((card) => [card.id, card.text]));
const idOf = (text: string): string => [...texts].find(([, own]) => own === text)?.[0] ?? '';

/** What a filter finds, in words. */
function found(filter: Partial<MapFilter>, authors?: ReadonlyMap<string, string>) {
  const match = matchFilter(map, { ...noFilter, ...filter }, authors);
  const names = { [notice ?? '']: 'notice', [call ?? '']: 'call', [retell ?? '']: 'retell' };
  return {
    steps: [...match.steps].map((id) => names[id]),
    cards: [...match.cards].map((id) => texts.get(id)),
    touchpoints: match.touchpoints.size,
    transitions: match.transitions.size,
  };
}

const all = ['Opens the letter', '“Did I order that?”', 'Dials the number', 'Puts the phone on speaker'];

describe('a filter', () => {
  it('that asks for nothing finds everything', () => {
    expect(isNoFilter(noFilter)).toBe(true);
    expect(found({})).toEqual({ steps: ['notice', 'call', 'retell'], cards: all, touchpoints: 2, transitions: 2 });
  });

  it('by department finds steps in which any of them has a part, with all that is in them', () => {
    expect(found({ departments: [service ?? ''] })).toEqual({
      steps: ['call'],
      cards: all.slice(2),
      touchpoints: 1,
      // The way out; the one back comes from a step that is not found.
      transitions: 1,
    });
    expect(found({ departments: [service ?? '', billing ?? ''] }).cards).toEqual(all);
  });

  it('by channel finds the steps there, and of their touchpoints only those', () => {
    expect(found({ channels: ['phone'] })).toMatchObject({ steps: ['call'], touchpoints: 1 });
    expect(found({ channels: ['phone', 'mail'] })).toMatchObject({ steps: ['notice', 'call'], touchpoints: 2 });
    expect(found({ channels: ['shop'] })).toEqual({ steps: [], cards: [], touchpoints: 0, transitions: 0 });
  });

  it('by evidence level goes by the card’s own level, else by its step’s; a step stands out for a card in it, too', () => {
    expect(found({ evidenceLevels: ['measured'] })).toMatchObject({
      steps: ['call'],
      cards: ['Dials the number'],
      touchpoints: 0,
    });
    expect(found({ evidenceLevels: ['observed'] })).toMatchObject({ steps: ['notice'], cards: all.slice(0, 2) });
    expect(found({ evidenceLevels: ['assumed'] })).toMatchObject({
      steps: ['call', 'retell'],
      cards: ['Puts the phone on speaker'],
    });
  });

  it('by kind, tag or person finds cards, and steps only for their sake; tags without regard to case', () => {
    expect(found({ kinds: ['quote'] })).toEqual({
      steps: ['notice'],
      cards: ['“Did I order that?”'],
      touchpoints: 0,
      transitions: 0,
    });
    expect(found({ tags: ['rechnung'] }).cards).toEqual(['Opens the letter', 'Dials the number']);
    const authors = new Map([[idOf('Dials the number'), 'user:anna']]);
    expect(found({ people: ['user:anna'] }, authors).cards).toEqual(['Dials the number']);
    expect(found({ people: ['user:anna'] }).cards).toEqual([]);
  });

  it('of several groups finds what meets all of them', () => {
    expect(found({ tags: ['rechnung'], departments: [service ?? ''] }).cards).toEqual(['Dials the number']);
    expect(found({ tags: ['rechnung'], kinds: ['quote'] })).toMatchObject({ steps: [], cards: [] });
  });

  it('counts what there is to be found; hidden lanes are nowhere', () => {
    const match = matchFilter(map, noFilter);
    expect([match.cardCount, match.stepCount]).toEqual([4, 3]);
    const [lane] = map.lanes;
    const hidden = { ...map, lanes: map.lanes.filter((other) => other !== lane) };
    const rest = hidden.lanes.flatMap(({ id }) => map.steps.flatMap((step) => map.cells.get(cellKey(step.id, id)) ?? []));
    expect(matchFilter(hidden, noFilter).cardCount).toBe(rest.length);
  });
});

describe('what can be filtered by', () => {
  it('is what is in use, tags by how often, and what is chosen already', () => {
    const choices = listFilterChoices(map, { ...noFilter, channels: ['Drohne', 'app'], tags: ['gone'] });
    expect(choices.channels).toEqual(['phone', 'app', 'mail', 'Drohne']);
    expect(choices.kinds).toEqual(['note', 'painPoint', 'question', 'quote']);
    expect(choices.tags.map(({ name }) => name)).toEqual(['Rechnung', 'a tag of many words that is long', 'waiting', 'gone']);
    expect(choices.departments.map(({ name }) => name)).toEqual(['Customer service', 'Billing']);
  });

  it('is put in and taken out; deleted departments are forgotten', () => {
    const once = toggleFilterValue(noFilter, 'kinds', 'quote');
    expect([once.kinds, countFilterValues(once), isNoFilter(once)]).toEqual([['quote'], 1, false]);
    expect(isNoFilter(toggleFilterValue(once, 'kinds', 'quote'))).toBe(true);
    const filter = { ...noFilter, departments: [billing ?? '', 'deleted'] };
    expect(withoutGoneDepartments(filter, map).departments).toEqual([billing]);
    expect(withoutGoneDepartments(once, map)).toBe(once);
  });
});

describe('a way and a filter together', () => {
  const way = { steps: new Set([call ?? '']), transitions: new Set<string>() };
  const match = matchFilter(map, { ...noFilter, tags: ['rechnung'] });
  const both = emphasise(way, match);
  const at = (text: string, stepId = call ?? '') => ({ id: idOf(text), stepId });

  it('let stand out what is on the way and found', () => {
    expect(isCardClear(both, at('Dials the number'))).toBe(true);
    expect(isCardClear(both, at('Puts the phone on speaker'))).toBe(false);
    expect(isCardClear(both, at('Opens the letter', notice))).toBe(false);
    expect(isTouchpointClear(both, { id: 'any', stepId: call ?? '' })).toBe(false);
  });

  it('and each alone as it is; none leaves everything clear', () => {
    expect(emphasise(way, null)).toBe(way);
    expect(emphasise(null, match)).toBe(match);
    expect(emphasise(null, null)).toBeNull();
    expect(isCardClear(way, at('Puts the phone on speaker'))).toBe(true);
    expect(isCardClear(null, at('Opens the letter'))).toBe(true);
  });
});
