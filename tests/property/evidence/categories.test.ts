import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCategoriser } from '@/lib/evidence/categories/categorise';
import type { Category } from '@/lib/evidence/categories/category';
import { toMatcher, toSearchable } from '@/lib/evidence/categories/categoryRule';
import { CategoryTree } from '@/lib/evidence/categories/categoryTree';
import { countReasons } from '@/lib/evidence/categories/reasonCounts';
import { CubeBuilder, takeCounts, type Want } from '@/lib/evidence/countCube';
import { isWithin } from '@/lib/evidence/period';
import { randomRuns } from '@/tests/builders/randomRuns';

const ids = ['a', 'b', 'c', 'd', 'e'] as const;
/** Any categories, in circles or below what is not there as well. */
const categories: fc.Arbitrary<Category[]> = fc.subarray([...ids]).chain((some) =>
  fc.tuple(
    ...some.map((id) =>
      fc
        .record({
          parentId: fc.option(fc.constantFrom(...ids), { nil: null }),
          isDeleted: fc.boolean(),
          movedTo: fc.option(fc.constantFrom(...ids), { nil: null }),
          order: fc.constantFrom('a0', 'a1', 'a2'),
        })
        .map((more) => ({ id, name: id, aliases: [], ...more })),
    ),
  ),
);
const words = fc.constantFrom('rechnung', 'Rechnungen', 'stromrechnung', 'Lieferung', 'nicht', 'da', 'Ärger', 'aerger', '–', '!');
const texts = fc.array(
  fc.array(words, { maxLength: 6 }).map((said) => said.join(' ')),
  { maxLength: 3 },
);
const phrase = fc.array(words, { minLength: 1, maxLength: 2 }).map((said) => said.join(' '));
const ruleWords = fc.record({ any: fc.array(phrase, { minLength: 1, maxLength: 3 }), none: fc.array(phrase, { maxLength: 2 }) });

describe('rules', () => {
  test('what holds whole words holds their beginnings, and those hold parts', () => {
    fc.assert(
      fc.property(texts, ruleWords, (said, { any }) => {
        const matches = (part: 'whole' | 'beginning' | 'anywhere') =>
          toMatcher({ any, none: [], words: part })(toSearchable(said));
        if (matches('whole')) expect(matches('beginning')).toBe(true);
        if (matches('beginning')) expect(matches('anywhere')).toBe(true);
      }),
      randomRuns(300),
    );
  });

  test('texts may come in any order; a rule with words that must not be there matches no more than without', () => {
    fc.assert(
      fc.property(texts, ruleWords, fc.constantFrom('whole', 'beginning', 'anywhere'), (said, { any, none }, part) => {
        const matches = toMatcher({ any, none, words: part });
        expect(matches(toSearchable(said.toReversed()))).toBe(matches(toSearchable(said)));
        if (matches(toSearchable(said))) expect(toMatcher({ any, none: [], words: part })(toSearchable(said))).toBe(true);
      }),
      randomRuns(300),
    );
  });

  test('the category is that of the first rule that matches, or none', () => {
    const tree = new CategoryTree(
      ids.map((id) => ({
        ...{ id, parentId: null, name: `name ${id}`, aliases: [], order: id },
        isDeleted: false,
        movedTo: null,
      })),
    );
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.constantFrom(...ids), ruleWords), { maxLength: 5 }), (said, given) => {
        const rules = given.map(([categoryId, { any, none }], index) => ({
          id: `r${index}`,
          categoryId,
          any,
          none,
          words: 'whole' as const,
          order: `a${index}`,
        }));
        const first = rules.find((rule) => toMatcher(rule)(toSearchable(said)));
        const shuffled = rules.toReversed();
        expect(createCategoriser(tree, shuffled)({ texts: said, given: null }).categoryId).toBe(first?.categoryId ?? '');
      }),
      randomRuns(300),
    );
  });
});

describe('trees', () => {
  test('have each category that is there once, each behind the one above it, and end', () => {
    fc.assert(
      fc.property(categories, (all) => {
        const tree = new CategoryTree(all);
        const listed = tree.list().map(({ category }) => category.id);
        const there = all.filter(({ isDeleted }) => !isDeleted).map(({ id }) => id);
        expect([...listed].sort()).toEqual([...there].sort());
        for (const { category, children } of tree.list()) {
          for (const child of children) expect(listed.indexOf(child.category.id)).toBeGreaterThan(listed.indexOf(category.id));
          expect(tree.withBelow(category.id)?.has(category.id)).toBe(true);
        }
        for (const { id } of all) {
          const heir = tree.standIn(id);
          if (heir !== null) expect(there).toContain(heir);
        }
      }),
      randomRuns(300),
    );
  });

  test('reasons are those of counting each answer, and each answer is in one category or none', () => {
    const days = ['', '2026-01-31', '2026-02-01', '2026-03-15'] as const;
    const answers = fc.array(
      fc.record({
        day: fc.constantFrom(...days),
        category: fc.constantFrom('', ...ids),
        channel: fc.constantFrom('phone', 'mail'),
      }),
      { maxLength: 50 },
    );
    const want: fc.Arbitrary<Want> = fc.record({
      dimensions: fc.constantFrom<Record<string, string>>({}, { channel: 'phone' }),
      period: fc.constantFrom(null, { from: '2026-02-01', to: '2026-12-31' }),
      key: fc.constant(null),
      categories: fc.option(
        fc.subarray(['', ...ids]).map((some) => new Set(some)),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(categories, answers, fc.array(want, { minLength: 1, maxLength: 3 }), (all, given, wants) => {
        const tree = new CategoryTree(all);
        const builder = new CubeBuilder();
        for (const { day, category, channel } of given) {
          const dimensions = { channel, ...(category === '' ? {} : { category }) };
          builder.add(JSON.stringify(dimensions), { dimensions }, day, 0, 1);
        }
        const meant = given.filter(({ day, category, channel }) =>
          wants.some(
            ({ dimensions, period, categories: some }) =>
              (!some || some.has(category)) &&
              (period === null || isWithin(day, period)) &&
              (dimensions.channel === undefined || dimensions.channel === channel),
          ),
        );
        const reasons = countReasons(takeCounts({ all: builder.finish(), marked: [] }, wants), tree);
        const homes = meant.map(({ category }) => tree.standIn(category));
        expect(reasons.answers).toBe(meant.length);
        expect(reasons.uncategorised).toBe(homes.filter((home) => home === null).length);
        for (const { categoryId, own, total, months } of reasons.categories) {
          expect(own).toBe(homes.filter((home) => home === categoryId).length);
          const below = tree.find(categoryId);
          const under = new Set<string>();
          const walk = (node: typeof below): void => {
            if (!node) return;
            under.add(node.category.id);
            node.children.forEach(walk);
          };
          walk(below);
          const inside = meant.filter((_, index) => under.has(homes[index] ?? '-'));
          expect(total).toBe(inside.length);
          expect([...months.values()].reduce((sum, count) => sum + count, 0)).toBe(inside.filter(({ day }) => day !== '').length);
        }
        expect(reasons.categories.reduce((sum, { own }) => sum + own, 0) + reasons.uncategorised).toBe(meant.length);
      }),
      randomRuns(300),
    );
  });
});
