import { describe, expect, test } from 'vitest';
import { type Category, pathsOf, siblingsOf, toLines, toOptions, withBelow } from '@/components/evidence/categories/categorySet';
import { monthsToShow, ownMonths, type Reason } from '@/components/evidence/reasons/reasons';

const category = (id: string, parentId: string | null, level: number): Category => ({
  id,
  parentId,
  level,
  name: `N${id}`,
  aliases: [],
});
const tree = [category('a', null, 1), category('b', 'a', 2), category('c', 'b', 3), category('d', null, 1)];

describe('the tree on a page', () => {
  test('has paths, choices that are indented, siblings, and what is below', () => {
    expect([...pathsOf(tree).values()]).toEqual(['Na', 'Na › Nb', 'Na › Nb › Nc', 'Nd']);
    expect(toOptions(tree).map(({ label }) => label)).toEqual(['Na', '\u2003Nb', '\u2003\u2003Nc', 'Nd']);
    expect([...withBelow(tree, 'a')]).toEqual(['a', 'b', 'c']);
    expect(siblingsOf(tree, { parentId: null }).map(({ id }) => id)).toEqual(['a', 'd']);
  });

  test('reads one word or phrase a line, each once', () => {
    expect(toLines(' Rechnung \n\n zu  viel;zu viel\n')).toEqual(['Rechnung', 'zu viel']);
  });
});

describe('months of reasons', () => {
  test('are the last twelve without a gap, over the turn of a year', () => {
    expect(monthsToShow([{ month: '2025-11' }, { month: '2026-02' }])).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsToShow([{ month: '2020-01' }, { month: '2026-02' }])).toHaveLength(12);
    expect(monthsToShow([])).toEqual([]);
  });

  test('are a category’s own without those below it', () => {
    const reason = (categoryId: string, parentId: string | null, answers: number): Reason => ({
      ...{ categoryId, parentId, level: 1, path: [categoryId], own: 0, total: answers },
      months: [{ month: '2026-01', answers }],
    });
    const all = [reason('a', null, 9), reason('b', 'a', 5), reason('c', 'b', 5)];
    expect(ownMonths(all[0] as Reason, all)).toEqual(new Map([['2026-01', 4]]));
    expect(ownMonths(all[1] as Reason, all)).toEqual(new Map([['2026-01', 0]]));
  });
});
