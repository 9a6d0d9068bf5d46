import { z } from 'zod';
import { idSchema } from './id';

export const minEmotion = -2;
export const maxEmotion = 2;

/** How a persona feels at a step, −2 (very bad) … +2 (very good). Stored under the key `stepId:personaId`. */
export const emotionSchema = z.object({
  stepId: idSchema,
  personaId: idSchema,
  value: z.number().min(minEmotion).max(maxEmotion),
});
export type Emotion = z.infer<typeof emotionSchema>;

/** Nearest allowed value: within −2 … +2, in tenths. Anything that is not a number is 0. */
export function toEmotion(value: number): number {
  if (!Number.isFinite(value)) return 0;
  const tenths = Math.round(value * 10) / 10;
  return Math.min(maxEmotion, Math.max(minEmotion, tenths)) + 0;
}
