import { z } from 'zod';
import { idSchema } from './id';
import { deletedAtSchema, textSchema } from './text';

export const transitionKinds = ['onward', 'back', 'skip', 'parallel', 'exit'] as const;
export type TransitionKind = (typeof transitionKinds)[number];

/** The way from step to step. `to` is null for an exit. `share` is the part of customers who take it, 0–1. */
export const transitionSchema = z.object({
  id: idSchema,
  kind: z.enum(transitionKinds),
  from: idSchema,
  to: idSchema.nullable(),
  label: textSchema.default(''),
  share: z.number().min(0).max(1).optional(),
  deletedAt: deletedAtSchema,
});
export type Transition = z.infer<typeof transitionSchema>;
