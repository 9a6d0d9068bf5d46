import { z } from 'zod';
import { idSchema } from '@/lib/map/id';
import { agendaActions } from './actions/agendaActions';
import { timerActions } from './actions/timerActions';
import { locksChangeSchema } from './state';

/** What is sent to change a workshop. Each is one thing that a leader does; `start` and `lead` make one of whoever may manage the map. */
export const workshopActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start') }),
  /** Leads a workshop that is on, beside the others. */
  z.strictObject({ type: z.literal('lead') }),
  z.strictObject({ type: z.literal('stepDown') }),
  z.strictObject({ type: z.literal('end') }),
  ...agendaActions,
  ...timerActions,
  /** From now on cards that are made are shown to their writers only. */
  z.strictObject({ type: z.literal('silent.start') }),
  /** Shows all of them at once. `roundId`: that one, in case another leader has begun a new one since. */
  z.strictObject({ type: z.literal('silent.reveal'), roundId: idSchema }),
  /** Sets what is locked; what is not named stays as it is. */
  z.strictObject({ type: z.literal('locks.set'), ...locksChangeSchema.shape }),
]);
export type WorkshopAction = z.infer<typeof workshopActionSchema>;

/** When an action happens, by whom, and where new ids come from. */
export type ActionScene = { now: number; actorId: string; newId: () => string };

/** Why an action cannot be done in the state as it is: the key of a sentence in the `errors` messages. */
export class ActionRefused extends Error {
  override name = 'ActionRefused';
  constructor(readonly messageKey: string) {
    super(messageKey);
  }
}
