import { z } from 'zod';
import { idSchema } from './id';
import { deletedAtSchema, textSchema } from './text';

/** Whether the customer stays at an all-or-nothing moment: not known, held, or failed. */
export const gates = ['unknown', 'held', 'failed'] as const;
export type Gate = (typeof gates)[number];

/** An all-or-nothing moment: the customer decides at this step to stay or to leave. Stored under the step's id. */
export const momentSchema = z.object({
  stepId: idSchema,
  stays: textSchema.default(''),
  leaves: textSchema.default(''),
  gate: z.enum(gates).default('unknown'),
  deletedAt: deletedAtSchema,
});
export type Moment = z.infer<typeof momentSchema>;
