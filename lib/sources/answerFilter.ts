import { z } from 'zod';
import { categoryDimension, givenDimension } from '@/lib/evidence/categories/category';
import type { CategoryTree } from '@/lib/evidence/categories/categoryTree';
import { daySchema, isWithin, type Period } from '@/lib/evidence/period';
import { type RollupFilter, valueIn } from '@/lib/evidence/selectRollups';
import { idSchema } from '@/lib/map/id';
import { segmentDimension } from './toSlice';

const value = z.string().min(1).max(500);

/** Asks for answers that are in no category. */
export const noCategory = 'none';

/** Which answers of a source are meant; what is absent narrows nothing. */
export const answerFilterShape = {
  from: daySchema.optional().describe('Only answers given on this day or later.'),
  to: daySchema.optional().describe('Only answers given on this day or before.'),
  touchpoint: value.optional().describe('Only answers about this touchpoint.'),
  channel: value.optional().describe('Only answers by this channel.'),
  language: value.optional().describe('Only answers in this language.'),
  segment: z
    .string()
    .max(1001)
    .regex(/^[^=]+=[^=].*$/)
    .optional()
    .describe('Only answers of this segment: the column’s name, `=`, and the value, such as `Region=North`.'),
  category: idSchema
    .optional()
    .describe('Only answers in this category of contact reasons, or in one below it; `none`: only those in none.'),
  givenCategory: value.optional().describe('Only answers of which the file says this as the reason.'),
};
const filterSchema = z.object(answerFilterShape);
type AskedFilter = z.output<typeof filterSchema>;

/** A filter that is ready to be used. `categories`: ids of which an answer has one; empty for none. */
export type AnswerFilter = Omit<AskedFilter, 'category'> & { categories?: ReadonlySet<string> | undefined };

/** Makes a filter ready: a category stands for all below it. One that is not there (any more) lets nothing through. */
export function withCategories<Filter extends { category?: string | undefined }>(
  { category, ...filter }: Filter,
  tree: CategoryTree,
): Omit<Filter, 'category'> & { categories?: ReadonlySet<string> } {
  if (category === undefined) return filter;
  return { ...filter, categories: category === noCategory ? tree.withNone() : (tree.withBelow(category) ?? new Set()) };
}

/** The period that a filter names, open ends included; null for all days and answers without one. */
export function periodOf({ from, to }: AnswerFilter): Period | null {
  return from === undefined && to === undefined ? null : { from: from ?? '0000-01-01', to: to ?? '9999-12-31' };
}

/** The dimensions that a filter asks for, with their values. */
export function dimensionsOf({
  touchpoint,
  channel,
  language,
  segment,
  givenCategory,
}: Omit<AnswerFilter, 'categories'>): Record<string, string> {
  const [column = '', ...rest] = segment?.split('=') ?? [];
  return {
    ...(touchpoint === undefined ? {} : { touchpoint }),
    ...(channel === undefined ? {} : { channel }),
    ...(language === undefined ? {} : { language }),
    ...(givenCategory === undefined ? {} : { [givenDimension]: givenCategory }),
    ...(segment === undefined ? {} : { [segmentDimension(column)]: rest.join('=') }),
  };
}

/** The filter as counts are selected by it. */
export function toRollupFilter(filter: AnswerFilter): RollupFilter {
  const period = periodOf(filter);
  const wanted: [string, (string | null)[]][] = Object.entries(dimensionsOf(filter)).map(([name, wants]) => [name, [wants]]);
  // What counts says null for is no category.
  const categories = filter.categories && [...filter.categories].map((id) => id || null);
  const dimensions = { ...Object.fromEntries(wanted), ...(categories ? { [categoryDimension]: categories } : {}) };
  return { ...(period ? { period } : {}), dimensions };
}

/** Whether an answer passes a filter. */
export function passes(
  filter: AnswerFilter,
  { day, dimensions }: { day: string; dimensions: Readonly<Record<string, string>> },
): boolean {
  const period = periodOf(filter);
  if (period && (day === '' || !isWithin(day, period))) return false;
  if (filter.categories && !filter.categories.has(valueIn({ dimensions }, categoryDimension) ?? '')) return false;
  return Object.entries(dimensionsOf(filter)).every(([name, wants]) => valueIn({ dimensions }, name) === wants);
}
