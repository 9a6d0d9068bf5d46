import { describe, expect, test } from 'vitest';
import { toWordPieces } from '@/lib/document/wordDiff';
import { compareStates } from '@/lib/map/compare/compareStates';
import { alignLists } from '@/lib/map/compare/matching/alignLists';
import { areOfDifferentOrigin } from '@/lib/map/compare/matching/areOfDifferentOrigin';
import { textLikeness, toComparedWords } from '@/lib/map/compare/matching/likeness';
import { parsePairs, turnPairs, writePairs } from '@/lib/map/compare/matching/matching';
import { matchMaps } from '@/lib/map/compare/matching/matchMaps';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { template } from '@/lib/map/templates/template';
import { mapBuilder, smallMap } from '@/tests/builders/map';

/** The same journey, drawn by others: other ids and orders, other words here and there, a step more. */
function otherMap(): JourneyMap {
  const draft = mapBuilder({ title: 'A bill that is far too high' });
  draft.addStep(draft.addStage('Padding, so that ids differ'), 'Something quite unlike the rest');
  const petra = draft.addPersona('Petra');
  draft.addLane('thinking');
  const doing = draft.addLane('doing');
  const contact = draft.addStage('The contact');
  const notice = draft.addStep(contact, 'Sees her bill');
  const call = draft.addStep(contact, 'Calls the hotline');
  draft.addCard(notice, doing, 'Opens the letter at home');
  draft.addCard(call, doing, 'Puts her phone on speaker');
  draft.setEmotion(call, petra, -1);
  draft.addTransition('exit', call, null, { label: 'hangs up' });
  const map = draft.toMap();
  return JSON.parse(
    JSON.stringify(map).replace(/"(stage|step|lane|card|persona|transition)(\d+)"/g, '"other-$1$2"'),
  ) as JourneyMap;
}

describe('two maps of different origin', () => {
  const before = smallMap();
  const after = otherMap();
  const { map, original, isSuggested } = matchMaps(before, after, { isSameMap: false, hand: [] });
  const idOf = (title: string) => after.steps.find((step) => step.title === title)?.id;

  test('are matched by the words and order of their steps, by the kinds of lanes, and by alike cards', () => {
    expect(isSuggested).toBe(true);
    expect(map.steps.map(({ id, title }) => [title, id])).toEqual([
      ['Sees the bill', idOf('Sees her bill')],
      ['Calls', idOf('Calls the hotline')],
      ['Tells it again', 'step3'],
    ]);
    expect(original.get(`steps ${idOf('Sees her bill')}`)).toBe('step1');
    expect(map.lanes.map(({ kind, id }) => [kind, after.lanes.find((lane) => lane.id === id)?.kind])).toEqual([
      ['doing', 'doing'],
      ['thinking', 'thinking'],
    ]);
    const texts = map.cards.flatMap(({ id, text }) => {
      const there = after.cards.find((card) => card.id === id);
      return there ? [[text, there.text]] : [];
    });
    expect(texts).toEqual([
      ['Opens the letter', 'Opens the letter at home'],
      ['Puts the phone on speaker', 'Puts her phone on speaker'],
    ]);
    expect(map.emotions.find(({ stepId }) => stepId === idOf('Calls the hotline'))?.value).toBe(-1.5);
  });

  test('are compared by it: what stands for each other has changed, the rest was added or removed', () => {
    const { groups } = compareStates(map, after, toWordPieces);
    const entries = groups.flatMap((group) => group.entries);
    const steps = entries.filter(({ difference }) => difference.collection === 'steps');
    const kindsOf = (title: RegExp) => steps.filter(({ name }) => title.test(name.text)).map(({ kind }) => kind);
    expect(kindsOf(/^Sees/)).toContain('changed');
    expect(kindsOf(/^Tells it again$/)).toEqual(['removed']);
    expect(kindsOf(/^Something quite/)).toEqual(['added']);
  });

  test('what somebody paired or parted by hand holds', () => {
    const [unlike, bill] = [idOf('Something quite unlike the rest') ?? '', idOf('Sees her bill') ?? ''];
    const byHand = matchMaps(before, after, {
      isSameMap: false,
      hand: [
        { collection: 'steps', before: 'step3', after: unlike },
        { collection: 'steps', before: 'step1', after: null },
      ],
    });
    const ids = byHand.map.steps.map(({ id }) => id);
    expect(ids).toContain(unlike);
    expect(ids).not.toContain(bill);
  });
});

test('two states of one map are matched by their ids, and by hand where somebody says so', () => {
  const map = smallMap();
  expect(matchMaps(map, map, { isSameMap: true, hand: [] }).map).toBe(map);
  const after = { ...map, cards: map.cards.map((card) => (card.id === 'card1' ? { ...card, id: 'new' } : card)) };
  const { map: matched, isSuggested } = matchMaps(map, after, {
    isSameMap: true,
    hand: [{ collection: 'cards', before: 'card1', after: 'new' }],
  });
  expect([isSuggested, matched.cards.map(({ id }) => id)]).toEqual([false, ['new', 'card2', 'card3', 'card4']]);
  const parted = matchMaps(map, map, {
    isSameMap: true,
    hand: [{ collection: 'cards', before: 'card2', after: null }],
  });
  expect(parted.map.cards.map(({ id }) => id)).toEqual(['card1', 'other-card2', 'card3', 'card4']);
  expect(compareStates(parted.map, map, toWordPieces).counts).toEqual({ added: 1, removed: 1, changed: 0, moved: 0 });
});

test('lists are paired in order first, then out of it', () => {
  const score = (a: string, b: string) => (a === b ? 1 : a[0] === b[0] ? 0.5 : 0);
  const least = { inOrder: 0.4, outOfOrder: 0.9 };
  expect(alignLists(['a', 'b', 'c'], ['a', 'c', 'b'], score, least)).toEqual([
    ['a', 'a'],
    ['c', 'c'],
    ['b', 'b'],
  ]);
  expect(alignLists(['a1', 'x'], ['y', 'a2'], score, least)).toEqual([['a1', 'a2']]);
  expect(alignLists([], ['a'], score, least)).toEqual([]);
});

test('texts are alike by their words, in other forms too', () => {
  const likeness = (a: string, b: string) => textLikeness(toComparedWords(a), toComparedWords(b));
  expect(likeness('Öffnet die Rechnung', 'oeffnet die Rechnung')).toBeGreaterThan(0.6);
  expect(likeness('Ruft die Hotline an', 'Ruft die Hotline an')).toBe(1);
  expect(likeness('Wartet auf die Lieferung', 'Wartet auf die Lieferungen')).toBeGreaterThan(0.9);
  expect(likeness('Calls', 'Writes')).toBe(0);
  expect(likeness('', 'Calls')).toBe(0);
});

test('pairs by hand are written into an address and read again; what is none is passed over', () => {
  const pairs = parsePairs('steps:a:b,cards:c:,nonsense:x:y,steps::b,stages:s1:s2');
  expect(pairs).toEqual([
    { collection: 'steps', before: 'a', after: 'b' },
    { collection: 'cards', before: 'c', after: null },
    { collection: 'stages', before: 's1', after: 's2' },
  ]);
  expect(parsePairs(writePairs(pairs))).toEqual(pairs);
  expect(parsePairs('')).toEqual([]);
  expect(turnPairs(pairs)).toEqual([
    { collection: 'steps', before: 'b', after: 'a' },
    { collection: 'stages', before: 's2', after: 's1' },
  ]);
});

test('maps of different templates are of different origin, though their ids count alike; copies and later states are not', () => {
  const [call, order] = [template('customerServiceCall', 'en'), template('onlineOrder', 'en')];
  expect(call.steps.some(({ id }) => order.steps.some((step) => step.id === id))).toBe(true);
  expect(areOfDifferentOrigin(call, order)).toBe(true);
  const { map, isSuggested } = matchMaps(call, order, { isSameMap: false, hand: [] });
  expect(isSuggested).toBe(true);
  for (const collection of ['steps', 'cards', 'lanes', 'touchpoints', 'transitions', 'attachments'] as const) {
    const ids = map[collection].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  expect(compareStates(map, order, toWordPieces).groups.length).toBeGreaterThan(0);
  const renamed = { ...call, steps: call.steps.map((step) => ({ ...step, title: `Quite another ${step.id}` })) };
  expect(areOfDifferentOrigin(call, renamed)).toBe(false);
  expect(areOfDifferentOrigin(call, { ...call, steps: [] })).toBe(false);
  // Two states of one map are matched by their ids, whatever they say.
  expect(matchMaps(call, order, { isSameMap: true, hand: [] }).isSuggested).toBe(false);
});
