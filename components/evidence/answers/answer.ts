import { z } from 'zod';
import { entryFileSchema } from '../entries/entry';

export const answerSchema = z.object({
  id: z.string(),
  importId: z.string(),
  at: z.string().nullable(),
  day: z.string().nullable(),
  dimensions: z.record(z.string(), z.string()),
  scores: z.record(z.string(), z.number()),
  verbatims: z.record(z.string(), z.string()),
  personal: z.record(z.string(), z.string()),
  entry: z
    .object({ author: z.string().nullable(), editedAt: z.string().nullable(), files: z.array(entryFileSchema) })
    .nullable()
    .default(null),
  category: z.object({ id: z.string(), by: z.enum(['hand', 'file', 'rule']) }).nullable(),
});

/** What one customer said once. Scores, words and personal data stand by the numbers of columns. */
export type Answer = z.output<typeof answerSchema>;

export const answerPageSchema = z.object({ items: z.array(answerSchema), nextCursor: z.string().nullable() });

/** What was asked, by its number. */
export type AnswerColumn = { number: number; kind: 'score' | 'verbatim' | 'personal'; label: string; metric: string | null };

/** A value of an answer with what was asked. */
export type Said<Value> = { column: AnswerColumn; value: Value };

/** The values of an answer in the order of the columns; those of columns that are not known are left out. */
export function saidIn<Value>(values: Readonly<Record<string, Value>>, columns: readonly AnswerColumn[]): Said<Value>[] {
  return columns.flatMap((column) => {
    const key = String(column.number);
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return value === undefined ? [] : [{ column, value }];
  });
}
