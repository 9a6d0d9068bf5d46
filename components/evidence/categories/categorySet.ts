import { z } from 'zod';
import { wordParts } from '@/lib/evidence/categories/categoryRule';

const categorySchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  level: z.number(),
  name: z.string(),
  aliases: z.array(z.string()),
});
/** A reason why customers get in touch, as pages show it. `level`: 1 at the top. */
export type Category = z.output<typeof categorySchema>;

const ruleSchema = z.object({
  id: z.string(),
  categoryId: z.string(),
  any: z.array(z.string()),
  none: z.array(z.string()),
  words: z.enum(wordParts),
});
export type Rule = z.output<typeof ruleSchema>;

/** The categories of a workspace in the order of the tree, and its rules in the order in which they decide. */
export const categorySetSchema = z.object({
  items: z.array(categorySchema),
  rules: z.array(ruleSchema),
  isSorting: z.boolean(),
});
export type CategorySet = z.output<typeof categorySetSchema>;

/** What separates the names of a path. */
export const pathSign = ' › ';

/** The names of categories behind those above them, by id. */
export function pathsOf(categories: readonly Category[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { id, parentId, name } of categories) {
    const above = parentId === null ? undefined : paths.get(parentId);
    paths.set(id, above === undefined ? name : `${above}${pathSign}${name}`);
  }
  return paths;
}

/** Categories as choices of a list: those below others are indented. */
export const toOptions = (categories: readonly Category[]): { value: string; label: string }[] =>
  categories.map(({ id, level, name }) => ({ value: id, label: `${'\u2003'.repeat(level - 1)}${name}` }));

/** A category and all below it. */
export function withBelow(categories: readonly Category[], id: string): Set<string> {
  const ids = new Set([id]);
  for (const { id: own, parentId } of categories) if (parentId !== null && ids.has(parentId)) ids.add(own);
  return ids;
}

/** The siblings of a category, itself among them, in their order. */
export const siblingsOf = (categories: readonly Category[], { parentId }: Pick<Category, 'parentId'>): Category[] =>
  categories.filter((other) => other.parentId === parentId);

/** What a field with one word or phrase a line says. */
export const toLines = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n;]/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== ''),
  ),
];
