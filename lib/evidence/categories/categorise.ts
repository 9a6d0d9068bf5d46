import { type Assignment, unassigned } from './category';
import { type CategoryRule, toMatcher, toSearchable } from './categoryRule';
import type { CategoryTree } from './categoryTree';
import { nameIndex } from './nameIndex';

/** What decides about an answer's category: what customers wrote, and what its file calls the reason. */
export type Categorisable = { texts: Iterable<string>; given: string | null };

/** Says where an answer belongs that nobody has assigned by hand: where its file says so, else by the first rule of the workspace that fits. */
export type Categoriser = (answer: Categorisable) => Assignment;

const byOrder = (a: CategoryRule, b: CategoryRule): number =>
  a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1;

/** The rules in the order in which they decide. */
export const inOrder = (rules: readonly CategoryRule[]): CategoryRule[] => rules.toSorted(byOrder);

/** Makes the categories and rules of a workspace ready. Rules of categories that are gone count no more. */
export function createCategoriser(tree: CategoryTree, rules: readonly CategoryRule[]): Categoriser {
  const find = nameIndex(tree);
  const ready = inOrder(rules).flatMap((rule) =>
    tree.find(rule.categoryId) ? [{ categoryId: rule.categoryId, matches: toMatcher(rule) }] : [],
  );
  return ({ texts, given }) => {
    const named = given === null ? null : find(given);
    if (named !== null) return { categoryId: named, by: 'file' };
    if (ready.length === 0) return unassigned;
    const searchable = toSearchable(texts);
    const rule = ready.find(({ matches }) => matches(searchable));
    return rule ? { categoryId: rule.categoryId, by: 'rule' } : unassigned;
  };
}

/**
 * Where an answer is to be, given where it is. What was assigned by hand stays, whatever rules say; when its category was deleted it goes where that category's
 * answers went, or is given back to the rules.
 */
export function reassign(
  current: { categoryId: string; by: string },
  answer: Categorisable,
  { tree, categorise }: { tree: CategoryTree; categorise: Categoriser },
): Assignment {
  const kept = current.by === 'hand' ? tree.standIn(current.categoryId) : null;
  return kept === null ? categorise(answer) : { categoryId: kept, by: 'hand' };
}
