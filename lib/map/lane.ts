import { z } from 'zod';
import { idSchema } from './id';
import { orderSchema } from './order';
import { deletedAtSchema, textSchema } from './text';

export const laneKinds = [
  'doing',
  'thinking',
  'feeling',
  'touchpoints',
  'painPoints',
  'opportunities',
  'upstreamCause',
  'frontstage',
  'backstage',
  'support',
  'evidence',
  'custom',
] as const;
export type LaneKind = (typeof laneKinds)[number];

/** Bounds of a lane's least height, in pixels at 100 %. */
export const minLaneHeight = 24;
export const maxLaneHeight = 4000;

/**
 * A row of the map. An empty title shows the kind's name in the reader's language. `height` is a minimum in pixels at 100 %. A `hidden` lane
 * is left out of the map for everybody, with its cards, until it is shown again.
 */
export const laneSchema = z.object({
  id: idSchema,
  order: orderSchema,
  kind: z.enum(laneKinds),
  title: textSchema.default(''),
  height: z.number().min(minLaneHeight).max(maxLaneHeight).optional(),
  folded: z.boolean().optional(),
  hidden: z.boolean().optional(),
  deletedAt: deletedAtSchema,
});
export type Lane = z.infer<typeof laneSchema>;
