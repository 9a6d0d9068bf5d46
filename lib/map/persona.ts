import { z } from 'zod';
import { idSchema } from './id';
import { orderSchema } from './order';
import { deletedAtSchema, textSchema } from './text';

/** Whose journey it is: "Petra, 52, landline customer". The first persona by order is the map's main one. */
export const personaSchema = z.object({
  id: idSchema,
  order: orderSchema,
  name: textSchema.default(''),
  description: textSchema.default(''),
  deletedAt: deletedAtSchema,
});
export type Persona = z.infer<typeof personaSchema>;
