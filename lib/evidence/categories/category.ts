import type { SourceKind } from '../sourceKind';

/** The dimension that says which category an answer is in: a category's id. Without it, an answer is in none. */
export const categoryDimension = 'category';

/** The dimension that says what a file calls the reason, as it stands there. */
export const givenDimension = 'givenCategory';

/** Which answers are told apart by categories: those of sources about contacts with customer service. */
export const categorisedKinds: readonly SourceKind[] = ['tickets', 'complaints'];
export const isCategorised = ({ kind }: { kind: SourceKind }): boolean => categorisedKinds.includes(kind);

/** Levels that a tree has at most, categories and rules of a workspace, and characters of a name. */
export const mostLevels = 3;
export const mostCategories = 500;
export const mostRules = 500;
export const longestName = 80;

/** Other names that files have for a category, at most. */
export const mostAliases = 50;

/**
 * A reason why customers get in touch. Siblings are sorted by `order`, then by id. A deleted one stays known: `movedTo` is where its answers went, null when
 * they went nowhere.
 */
export type Category = {
  id: string;
  parentId: string | null;
  name: string;
  /** What files call it besides. */
  aliases: readonly string[];
  order: string;
  isDeleted: boolean;
  movedTo: string | null;
};

/** How an answer came into its category: by hand, by what its file calls the reason, by a rule; empty when it is in none. */
export const assignedBy = ['hand', 'file', 'rule'] as const;
export type AssignedBy = (typeof assignedBy)[number];

/** Where an answer is: in a category, or in none. */
export type Assignment = { categoryId: string; by: AssignedBy } | { categoryId: ''; by: '' };

export const unassigned: Assignment = { categoryId: '', by: '' };
