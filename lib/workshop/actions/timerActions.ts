import { z } from 'zod';
import { idSchema } from '@/lib/map/id';
import { longestTimer, shortestTimer } from '../state';

/** Which timer is meant: who presses a button for one that is gone meanwhile, changes nothing. */
const id = idSchema;
const seconds = z
  .number()
  .int()
  .min(1)
  .max(longestTimer / 1_000);

/** What is sent to change the timer that everybody sees. */
export const timerActions = [
  z.strictObject({ type: z.literal('timer.start'), seconds: seconds.min(shortestTimer / 1_000) }),
  z.strictObject({ type: z.literal('timer.pause'), id }),
  z.strictObject({ type: z.literal('timer.resume'), id }),
  /** More time, for one that is over, too. */
  z.strictObject({ type: z.literal('timer.add'), id, seconds }),
  z.strictObject({ type: z.literal('timer.stop'), id }),
] as const;

const timerActionSchema = z.discriminatedUnion('type', [...timerActions]);
export type TimerAction = z.infer<typeof timerActionSchema>;
