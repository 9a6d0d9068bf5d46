import { z } from 'zod';
import { daySchema } from '@/lib/evidence/period';
import type { ScoreScale } from '@/lib/evidence/scoreScale';

/** Characters of an entry's text, and of what it is told apart by. */
export const longestEntry = 20_000;
export const longestMark = 200;

const mark = z
  .string()
  .trim()
  .max(longestMark)
  .regex(/^\P{Cc}*$/u)
  .nullable()
  .default(null);

/** How satisfied the customer was, as whoever wrote it down has it. */
export const satisfactionScale: ScoreScale = { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' };

/** What somebody writes down of a conversation or of what they saw. */
export const entryShape = {
  day: daySchema.describe('When it was.'),
  who: mark.describe(
    'A label by which the person is known in the notes, such as `P3`: no name. Erasing by it erases the entry. An address or number is left out, unless it is to stay.',
  ),
  segment: mark.describe('To which group the person belongs.'),
  channel: mark,
  touchpoint: mark,
  text: z
    .string()
    .max(longestEntry)
    .regex(/[^\s\p{Cc}\ufeff]/u)
    .describe('What was said or seen, in words.'),
  satisfaction: z
    .int()
    .min(1)
    .max(5)
    .nullable()
    .default(null)
    .describe('How satisfied the customer was, if that was said: 5 is good.'),
  keepsPersonal: z
    .boolean()
    .default(false)
    .describe(
      'Addresses, telephone, account and card numbers are replaced by ▇▇▇; `true`: they stay, which stands in the audit log.',
    ),
};
export const entrySchema = z.strictObject(entryShape);
export type Entry = z.output<typeof entrySchema>;

/** A change replaces all of an entry. */
export const entryChangeSchema = z.strictObject({
  ...entryShape,
  seen: z.iso
    .datetime()
    .nullable()
    .optional()
    .describe('When it had been edited last as it was read (null: never): if somebody has edited it since, nothing is changed.'),
});
