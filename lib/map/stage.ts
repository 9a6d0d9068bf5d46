import { z } from 'zod';
import { idSchema } from './id';
import { orderSchema } from './order';
import { deletedAtSchema, textSchema } from './text';

/** A group of consecutive steps. `mergedInto` and `mergedTexts` as with a step: where a deleted stage went. */
export const stageSchema = z.object({
  id: idSchema,
  order: orderSchema,
  title: textSchema.default(''),
  deletedAt: deletedAtSchema,
  mergedInto: idSchema.optional(),
  mergedTexts: z.object({ title: textSchema.optional() }).optional(),
});

export type Stage = z.infer<typeof stageSchema>;
