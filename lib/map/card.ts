import { z } from 'zod';
import { evidenceLevelSchema } from './evidenceLevel';
import { idSchema } from './id';
import { orderSchema } from './order';
import { roundMarkSchema } from './roundMark';
import { deletedAtSchema, textSchema } from './text';

export const cardKinds = ['note', 'painPoint', 'opportunity', 'question', 'quote'] as const;
export type CardKind = (typeof cardKinds)[number];

/** Where a card lies: cell (step × lane) and order in it, one last-writer-wins value. */
export const cardPositionSchema = z.object({ stepId: idSchema, laneId: idSchema, order: orderSchema });
export type CardPosition = z.infer<typeof cardPositionSchema>;

/** In place of a step's id: the card was put into the tray itself, wherever it stood. No step has this id. */
export const trayStepId = 'unplaced';

/** Dots that one card can have. */
export const mostVotes = 100_000;

/** One thought in one cell. `colour` names an entry of the palette; absent, the lane's kind decides. `votes`: what a vote gave it, written by the server when the vote is closed. */
export const cardSchema = z.object({
  id: idSchema,
  pos: cardPositionSchema,
  kind: z.enum(cardKinds).default('note'),
  text: textSchema.default(''),
  colour: z.string().max(32).optional(),
  evidenceLevel: evidenceLevelSchema.optional(),
  votes: z.number().int().min(1).max(mostVotes).optional(),
  deletedAt: deletedAtSchema,
});

/** The same in a document. Files and programs never see the mark. */
export const documentCardSchema = cardSchema.extend({ round: roundMarkSchema.optional() });
export type Card = z.infer<typeof documentCardSchema>;
