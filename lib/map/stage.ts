import { z } from 'zod';
import { idSchema } from './id';
import { orderSchema } from './order';
import { deletedAtSchema, textSchema } from './text';

/** A group of consecutive steps. */
export const stageSchema = z.object({
  id: idSchema,
  order: orderSchema,
  title: textSchema.default(''),
  deletedAt: deletedAtSchema,
});

export type Stage = z.infer<typeof stageSchema>;
