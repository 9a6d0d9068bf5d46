import { z } from 'zod';
import { toCleanText } from '@/lib/document/plainValue';
import { idSchema } from '@/lib/map/id';
import { optionalLineSchema } from '@/lib/maps/lineSchema';

/** Most people who are asked for one version. */
export const maxSigners = 100;
/** Longest reason and note. */
export const maxSignOffText = 2_000;

const text = z
  .string()
  .max(maxSignOffText)
  .transform((said) => toCleanText(said).trim());

/** Something that can be seen. */
const reason = z
  .string()
  .min(1)
  .max(maxSignOffText)
  .regex(/[^\s\p{C}]/u)
  .transform((said) => toCleanText(said).trim());

/** What is sent to put a version up for sign-off. */
export const newSignOffSchema = z.strictObject({
  version: z
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .nullable()
    .default(null)
    .describe('The number of the version; left out, the map is kept as it is now.'),
  name: optionalLineSchema(100).default('').describe('What the version is called that is kept now.'),
  signers: z
    .array(
      z.strictObject({
        userId: idSchema.describe('A member of the workspace.'),
        departmentId: idSchema.nullable().default(null).describe('The department of the map that they sign for.'),
      }),
    )
    .min(1)
    .max(maxSigners)
    .describe('Who is asked. Nobody twice for the same, and one person for each department.'),
  everyDepartment: z.boolean().default(false).describe('Whether somebody must be asked for each department of the version.'),
  note: text.default('').describe('What is to be known about it.'),
  dueOn: z.iso.date().nullable().default(null).describe('Until when it is wanted. Nothing ends by itself then.'),
  insteadOf: idSchema.nullable().default(null).describe('The sign-off that is open, if one is: this one takes its place.'),
});
export type SignOffRequest = z.output<typeof newSignOffSchema>;

/** What somebody who is asked decides. */
export const decisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('signed') }),
  z.strictObject({ decision: z.literal('objected'), reason: reason.describe('Why; everybody on the map can read it.') }),
  z.strictObject({ decision: z.literal('pending') }),
]);
export type DecisionRequest = z.output<typeof decisionSchema>;

/** What is sent to take it back. */
export const withdrawalSchema = z.strictObject({ reason: reason.describe('Why; it stays to be read.') });

/** Who is asked instead. */
export const otherSignerSchema = z.strictObject({ userId: idSchema.describe('A member of the workspace.') });
