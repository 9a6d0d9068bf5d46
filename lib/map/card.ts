import { z } from 'zod';
import { evidenceLevelSchema } from './evidenceLevel';
import { idSchema } from './id';
import { orderSchema } from './order';
import { deletedAtSchema, textSchema } from './text';

export const cardKinds = ['note', 'painPoint', 'opportunity', 'question', 'quote'] as const;
export type CardKind = (typeof cardKinds)[number];

/** Where a card lies: cell (step × lane) and order in it, one last-writer-wins value. */
export const cardPositionSchema = z.object({ stepId: idSchema, laneId: idSchema, order: orderSchema });
export type CardPosition = z.infer<typeof cardPositionSchema>;

/** One thought in one cell. `colour` names an entry of the palette; absent, the lane's kind decides. */
export const cardSchema = z.object({
  id: idSchema,
  pos: cardPositionSchema,
  kind: z.enum(cardKinds).default('note'),
  text: textSchema.default(''),
  colour: z.string().max(32).optional(),
  evidenceLevel: evidenceLevelSchema.optional(),
  deletedAt: deletedAtSchema,
});
export type Card = z.infer<typeof cardSchema>;
