import { z } from 'zod';
import { workshopStateSchema } from './state';

/** What the server says of a workshop. */
export const workshopAnswerSchema = z.object({
  state: workshopStateSchema.omit({ leaders: true }),
  isOn: z.boolean(),
  /** Their names, in the order in which they began to lead. */
  leaders: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether whoever asked leads it. */
  leads: z.boolean(),
  /** Whether whoever asked may begin to lead one. */
  mayLead: z.boolean(),
  /** Grows with each change. */
  version: z.number().int(),
  /** The server's clock when it answered, in milliseconds: timers are told by it. */
  now: z.number(),
});
export type WorkshopAnswer = z.infer<typeof workshopAnswerSchema>;
