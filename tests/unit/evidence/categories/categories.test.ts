import { describe, expect, test } from 'vitest';
import { createCategoriser, reassign } from '@/lib/evidence/categories/categorise';
import { longestName, mostLevels } from '@/lib/evidence/categories/category';
import { ruleWordsSchema, toMatcher, toSearchable } from '@/lib/evidence/categories/categoryRule';
import { CategoryTree } from '@/lib/evidence/categories/categoryTree';
import { nameIndex } from '@/lib/evidence/categories/nameIndex';
import { countReasons, topReasons } from '@/lib/evidence/categories/reasonCounts';
import { listStarter } from '@/lib/evidence/categories/starterTree';
import { CubeBuilder, takeCounts } from '@/lib/evidence/countCube';
import { category, rule } from '@/tests/builders/categories';

const paths = (tree: CategoryTree): string[] => tree.list().map(({ path }) => path.join('/'));

describe('the tree', () => {
  const tree = new CategoryTree([
    category('Bill/Reminder'),
    category('Bill'),
    category('Access', { order: 'Z' }),
    category('Bill/Amount'),
    category('Bill/Amount/Twice'),
    category('Old', { isDeleted: true, movedTo: 'Older' }),
    category('Older', { isDeleted: true, movedTo: 'Bill/Amount' }),
    category('Lost', { isDeleted: true }),
  ]);

  test('lists each before those below it, siblings in their order', () => {
    expect(paths(tree)).toEqual(['Bill', 'Bill/Amount', 'Bill/Amount/Twice', 'Bill/Reminder', 'Access']);
  });

  test('knows what stands in for a deleted one, and counts its answers there', () => {
    expect(tree.standIn('Old')).toBe('Bill/Amount');
    expect(tree.standIn('Lost')).toBeNull();
    expect(tree.standIn('never')).toBeNull();
    expect(tree.withBelow('Old')).toEqual(new Set(['Bill/Amount', 'Bill/Amount/Twice', 'Old', 'Older']));
    expect(tree.withBelow('Lost')).toBeNull();
    expect(tree.withNone()).toEqual(new Set(['', 'Lost']));
  });

  test('keeps within its levels, and nothing below itself', () => {
    expect(tree.canStandBelow('Bill', 'Access')).toBe(false);
    expect(tree.canStandBelow('Bill/Amount', 'Access')).toBe(true);
    expect(tree.canStandBelow('Bill/Amount', 'Bill/Reminder')).toBe(false);
    expect(tree.canStandBelow('Bill/Amount', 'Bill/Amount/Twice')).toBe(false);
    expect(tree.canStandBelow('Bill/Amount', null)).toBe(true);
    expect(tree.canStandBelow('Lost', null)).toBe(false);
  });

  test('loses none that goes round in circles, or whose parent is gone', () => {
    const broken = new CategoryTree([
      category('a', { parentId: 'b' }),
      category('b', { parentId: 'a' }),
      category('c', { parentId: 'c' }),
      category('d', { parentId: 'gone' }),
    ]);
    expect(
      broken
        .list()
        .map(({ category: { id } }) => id)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the words of a rule', () => {
  const holds = (text: string, any: string[], words: 'whole' | 'beginning' | 'anywhere', none: string[] = []): boolean =>
    toMatcher({ any, none, words })(toSearchable([text]));

  test.each([
    ['Meine Rechnung ist falsch', 'rechnung', true, true, true],
    ['Rechnungsnummer fehlt', 'Rechnung', false, true, true],
    ['Die Stromrechnung!', 'Rechnung', false, false, true],
    ['Abrechnung', 'Rechnung', false, false, true],
    ['KÜNDIGUNG', 'Kuendigung', true, true, true],
    ['gekündigt', 'kündig', false, false, true],
    ['wurde doppelt  abge-bucht', 'doppelt abge bucht', true, true, true],
    ['doppelt, abgebucht', 'doppelt abgebucht', true, true, true],
    ['doppelt wurde abgebucht', 'doppelt abgebucht', false, false, false],
    ['café', 'CAFE', true, true, true],
    ['Straße', 'strasse', true, true, true],
    ['E-Mail kam nie an', 'email', true, true, true],
    ['', 'x', false, false, false],
  ])('%s: %s', (text, word, whole, beginning, anywhere) => {
    expect([holds(text, [word], 'whole'), holds(text, [word], 'beginning'), holds(text, [word], 'anywhere')]).toEqual([
      whole,
      beginning,
      anywhere,
    ]);
  });

  test('one of them is enough, and none of the others may be there', () => {
    expect(holds('Mahnung trotz Zahlung', ['Rechnung', 'Mahnung'], 'whole')).toBe(true);
    expect(holds('Mahnung trotz Zahlung', ['Mahnung'], 'whole', ['Zahlung'])).toBe(false);
    expect(holds('Mahnung', ['Mahnung'], 'whole', ['Zahlung'])).toBe(true);
  });

  test('no phrase reaches from one text into the next; signs alone match nothing', () => {
    expect(toMatcher({ any: ['nicht gut'], none: [], words: 'anywhere' })(toSearchable(['gar nicht', 'gut']))).toBe(false);
    expect(holds('anything', ['!?'], 'anywhere')).toBe(false);
    expect(ruleWordsSchema.safeParse({ any: ['!?'] }).success).toBe(false);
    expect(ruleWordsSchema.parse({ any: ['a'] })).toEqual({ any: ['a'], none: [], words: 'whole' });
  });
});

describe('what files call categories', () => {
  const find = nameIndex(
    new CategoryTree([
      category('Rechnung', { aliases: ['RE-01', 'Invoice'] }),
      category('Rechnung/Betrag falsch'),
      category('Vertrag'),
      category('Vertrag/Sonstiges'),
      category('Rechnung/Sonstiges'),
      category('Lob & Tadel'),
    ]),
  );
  test.each([
    ['rechnung', 'Rechnung'],
    ['RECHNUNG ', 'Rechnung'],
    ['re 01', 'Rechnung'],
    ['Rechnung > Betrag falsch', 'Rechnung/Betrag falsch'],
    ['Rechnung/Betrag falsch', 'Rechnung/Betrag falsch'],
    ['Rechnung - Betrag falsch', 'Rechnung/Betrag falsch'],
    ['Betrag falsch', 'Rechnung/Betrag falsch'],
    ['Vertrag: Sonstiges', 'Vertrag/Sonstiges'],
    ['Sonstiges', null],
    ['Lob und Tadel', null],
    ['Lob & Tadel', 'Lob & Tadel'],
    ['etwas anderes', null],
    ['', null],
  ])('%s', (given, found) => {
    expect(find(given)).toBe(found);
  });
});

describe('where an answer belongs', () => {
  const tree = new CategoryTree([
    category('Bill'),
    category('Bill/Reminder'),
    category('Move'),
    category('Gone', { isDeleted: true }),
    category('Merged', { isDeleted: true, movedTo: 'Move' }),
  ]);
  const rules = [rule('Bill/Reminder', ['reminder']), rule('Gone', ['bill']), rule('Bill', ['bill'])];
  const categorise = createCategoriser(tree, rules);
  const say = (text: string, given: string | null = null) => ({ texts: [text], given });

  test('the first rule that fits decides; those of deleted categories do not count', () => {
    expect(categorise(say('a reminder of the bill'))).toEqual({ categoryId: 'Bill/Reminder', by: 'rule' });
    expect(categorise(say('the bill'))).toEqual({ categoryId: 'Bill', by: 'rule' });
    expect(categorise(say('something'))).toEqual({ categoryId: '', by: '' });
    const turned = createCategoriser(
      tree,
      rules.map((one, index) => ({ ...one, order: String(9 - index) })),
    );
    expect(turned(say('a reminder of the bill')).categoryId).toBe('Bill');
  });

  test('what the file says comes before rules, if a category is called so', () => {
    expect(categorise(say('the bill', 'Move'))).toEqual({ categoryId: 'Move', by: 'file' });
    expect(categorise(say('the bill', 'Code 7'))).toEqual({ categoryId: 'Bill', by: 'rule' });
  });

  test('what was assigned by hand stays, and follows its category when that is merged', () => {
    const parts = { tree, categorise };
    expect(reassign({ categoryId: 'Move', by: 'hand' }, say('the bill', 'Bill'), parts)).toEqual({
      categoryId: 'Move',
      by: 'hand',
    });
    expect(reassign({ categoryId: 'Merged', by: 'hand' }, say('the bill'), parts)).toEqual({ categoryId: 'Move', by: 'hand' });
    expect(reassign({ categoryId: 'Gone', by: 'hand' }, say('the bill'), parts)).toEqual({ categoryId: 'Bill', by: 'rule' });
    expect(reassign({ categoryId: 'Move', by: 'rule' }, say('the bill'), parts)).toEqual({ categoryId: 'Bill', by: 'rule' });
  });
});

describe.each(['de', 'en'] as const)('the starter tree (%s)', (language) => {
  const starter = listStarter(language);
  test('keeps within the limits, with words that can be looked for, and names that differ beside each other', () => {
    expect(Math.max(...starter.map(({ level }) => level))).toBeLessThanOrEqual(mostLevels);
    expect(Math.max(...starter.map(({ name }) => name.length))).toBeLessThanOrEqual(longestName);
    expect(new Set(starter.map(({ name, parent }) => `${parent} ${name}`)).size).toBe(starter.length);
    for (const { any, none = [], parent } of starter) {
      if (any) expect(ruleWordsSchema.safeParse({ any, none, words: 'beginning' }).success).toBe(true);
      expect(parent === null || parent < starter.length).toBe(true);
    }
  });
});

test('reasons are counted by category, with those below, by months; of deleted ones where they went', () => {
  const tree = new CategoryTree([
    category('Bill'),
    category('Bill/Reminder'),
    category('Move'),
    category('Never'),
    category('Old', { isDeleted: true, movedTo: 'Move' }),
  ]);
  const builder = new CubeBuilder();
  const add = (id: string, day: string, count: number) =>
    builder.add(id, { dimensions: id === '' ? {} : { category: id } }, day, 0, count);
  add('Bill', '2026-01-03', 2);
  add('Bill/Reminder', '2026-01-04', 5);
  add('Bill/Reminder', '2026-02-04', 1);
  add('Old', '2026-02-05', 3);
  add('', '2026-02-05', 4);
  add('', '', 1);
  const cube = builder.finish();
  const all = takeCounts({ all: cube, marked: [] }, [{ dimensions: {}, period: null, key: null }]);
  const reasons = countReasons(all, tree);
  expect(reasons).toMatchObject({
    answers: 16,
    uncategorised: 5,
    months: [
      { month: '2026-01', answers: 7, uncategorised: 0 },
      { month: '2026-02', answers: 8, uncategorised: 4 },
    ],
  });
  expect(
    reasons.categories.map(({ categoryId, own, total, months }) => [categoryId, own, total, Object.fromEntries(months)]),
  ).toEqual([
    ['Bill', 2, 8, { '2026-01': 7, '2026-02': 1 }],
    ['Bill/Reminder', 6, 6, { '2026-01': 5, '2026-02': 1 }],
    ['Move', 3, 3, { '2026-02': 3 }],
    ['Never', 0, 0, {}],
  ]);
  expect(topReasons(reasons, 2).map(({ categoryId }) => categoryId)).toEqual(['Bill/Reminder', 'Move']);
  const some = takeCounts({ all: cube, marked: [] }, [
    { dimensions: {}, period: null, key: null, categories: tree.withBelow('Bill') ?? new Set() },
  ]);
  expect(countReasons(some, tree).answers).toBe(8);
});
