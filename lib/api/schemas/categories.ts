import { z } from 'zod';
import { assignedBy } from '@/lib/evidence/categories/category';
import { wordParts } from '@/lib/evidence/categories/categoryRule';
import { id } from './common';

const count = z.number().int().min(0);

export const categoryIdParams = z.object({ categoryId: id });
export const ruleIdParams = z.object({ ruleId: id });

export const categorySchema = z
  .object({
    id,
    parentId: id.nullable().describe('The category above it; null: it stands at the top.'),
    level: z.number().int().min(1).describe('1 at the top, at most 3.'),
    name: z.string(),
    aliases: z.array(z.string()).describe('What files call it besides.'),
  })
  .meta({ id: 'EvidenceCategory', description: 'A reason why customers get in touch.' });

export const ruleSchema = z
  .object({
    id,
    categoryId: id,
    any: z.array(z.string()).describe('An answer holds at least one of these words or phrases,'),
    none: z.array(z.string()).describe('and none of these.'),
    words: z.enum(wordParts),
  })
  .meta({ id: 'EvidenceRule', description: 'Answers with these words belong to a category.' });

export const categorySetSchema = z
  .object({
    items: z.array(categorySchema).describe('In the order of the tree: each before those below it.'),
    rules: z.array(ruleSchema).describe('The first one that fits decides.'),
    isSorting: z.boolean().describe('Whether answers are still being sorted after a change.'),
  })
  .meta({ id: 'EvidenceCategories' });

export const categoryOfAnswerSchema = z
  .object({ id, by: z.enum(assignedBy).describe('`hand`: whatever rules say. `file`: by what the file calls the reason.') })
  .nullable()
  .describe('The category of contact reasons that it is in; null for none.');

export const reasonsSchema = z
  .object({
    answers: count.describe('All that the filter lets through.'),
    uncategorised: count.describe('Those of them in no category.'),
    months: z
      .array(z.object({ month: z.string(), answers: count, uncategorised: count }))
      .describe('Oldest first, without answers that have no day.'),
    categories: z
      .array(
        z.object({
          categoryId: id,
          parentId: id.nullable(),
          level: z.number().int().min(1),
          path: z.array(z.string()).describe('Its name, behind those above it.'),
          own: count.describe('Answers in the category itself.'),
          total: count.describe('With those of all below it.'),
          months: z.array(z.object({ month: z.string(), answers: count })).describe('The total by months.'),
        }),
      )
      .describe('In the order of the tree, without those that nobody gave.'),
  })
  .meta({ id: 'ContactReasons', description: 'For which reasons customers got in touch.' });

export const topReasonsSchema = z
  .object({
    answers: count,
    uncategorised: count,
    top: z.array(z.object({ categoryId: id, answers: count })).describe('The most frequent first; each answer counts once.'),
  })
  .nullable()
  .describe('Of tickets and complaints: for which reasons customers got in touch. Null where nothing of that kind is linked.');

export const rulePreviewSchema = z
  .object({
    looked: count.describe('Answers that were looked through by this call.'),
    matched: count.describe('Those of them that hold the words.'),
    here: count.describe('Matched ones that are in the category already.'),
    added: count.describe('Matched ones in no category that would come.'),
    taken: count.describe('Matched ones in another category that would come.'),
    byHand: count.describe('Matched ones that stay in another category because somebody put them there.'),
    kept: count.describe('Matched ones that stay elsewhere because of their file or an earlier rule.'),
    examples: z.array(z.object({ id: z.string(), texts: z.array(z.string()), categoryId: id.nullable() })),
    nextCursor: z.string().nullable().describe('Goes on with the next answers; null at the end.'),
  })
  .meta({ id: 'RulePreview' });
