import { z } from 'zod';
import { idSchema } from './id';
import { deletedAtSchema } from './text';

export const linkTargetTypes = ['step', 'card', 'transition', 'moment'] as const;

/** Evidence on the map: a reference to a source (all of it, a filtered part, or one response), never copied text. */
export const evidenceLinkSchema = z.object({
  id: idSchema,
  target: z.object({ type: z.enum(linkTargetTypes), id: idSchema }),
  sourceId: idSchema,
  filter: z.record(z.string(), z.unknown()).optional(),
  responseId: idSchema.optional(),
  deletedAt: deletedAtSchema,
});
export type EvidenceLink = z.infer<typeof evidenceLinkSchema>;
