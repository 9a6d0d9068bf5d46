import { z } from 'zod';
import { evidenceLevelSchema } from './evidenceLevel';
import { idSchema } from './id';
import { orderSchema } from './order';
import { deletedAtSchema, textSchema } from './text';

/** Where a step stands. One last-writer-wins value: stage and order change together or not at all. */
export const stepPositionSchema = z.object({ stageId: idSchema, order: orderSchema });
export type StepPosition = z.infer<typeof stepPositionSchema>;

/** What of a merged step's texts the other one has taken over: what is written there later still has to come. */
const mergedTextsSchema = z.object({
  title: textSchema.optional(),
  notes: textSchema.optional(),
  stays: textSchema.optional(),
  leaves: textSchema.optional(),
});

/**
 * One thing that the customer does. `duration` and `waiting` are minutes, 0 or more. `mergedInto` is with a step that became part of
 * another one and is deleted for that: what lies in it belongs to that one (followMerges.ts).
 */
export const stepSchema = z.object({
  id: idSchema,
  pos: stepPositionSchema,
  title: textSchema.default(''),
  evidenceLevel: evidenceLevelSchema.default('assumed'),
  duration: z.number().min(0).optional(),
  waiting: z.number().min(0).optional(),
  notes: textSchema.default(''),
  deletedAt: deletedAtSchema,
  mergedInto: idSchema.optional(),
  mergedTexts: mergedTextsSchema.optional(),
});

export type Step = z.infer<typeof stepSchema>;
