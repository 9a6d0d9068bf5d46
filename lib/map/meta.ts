import { z } from 'zod';
import { textSchema } from './text';

export const mapKinds = ['current', 'future'] as const;
export type MapKind = (typeof mapKinds)[number];

/** The title block, and notes about the map as a whole. `asOf` is a day, `YYYY-MM-DD`, or empty. */
export const metaSchema = z.object({
  title: textSchema.default(''),
  scenario: textSchema.default(''),
  goal: textSchema.default(''),
  kind: z.enum(mapKinds).default('current'),
  asOf: z.string().max(10).default(''),
  notes: textSchema.default(''),
});

export type Meta = z.infer<typeof metaSchema>;
