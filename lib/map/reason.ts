import { z } from 'zod';
import { maxEmotion, minEmotion } from './emotion';
import { idSchema } from './id';
import { deletedAtSchema, textSchema } from './text';

/** What of a map can differ from what it was derived from: its records, and the title block (`meta`). */
export const differingCollections = [
  'meta',
  'stages',
  'steps',
  'touchpoints',
  'departments',
  'stepDepartments',
  'personas',
  'emotions',
  'moments',
  'lanes',
  'cards',
  'attachments',
  'cardTags',
  'cardLinks',
  'transitions',
  'links',
] as const;

/** Longest key of a record (`recordKey`): a card's id and a tag. */
export const maxKeyLength = 200;

const isId = (text: string): boolean => idSchema.safeParse(text).success;

/** Whether records of a collection can have that key, as `recordKey` makes them. */
function isKeyIn({ collection, id }: { collection: (typeof differingCollections)[number]; id: string }): boolean {
  if (collection === 'meta') return id === '';
  const [first = '', ...rest] = id.split(':');
  if (collection === 'cardTags') return isId(first) && rest.join(':') !== '';
  if (collection === 'stepDepartments' || collection === 'emotions') return isId(first) && isId(rest.join(':'));
  return isId(id);
}

/** A thing that differs: its collection and key, which is empty for `meta`. It need not be on the map, as having removed something has a reason, too. */
export const differingSchema = z
  .object({ collection: z.enum(differingCollections), id: z.string().max(maxKeyLength) })
  .refine(isKeyIn, { path: ['id'], message: 'is no key of that collection' });
export type Differing = z.infer<typeof differingSchema>;

export const answerTypes = ['card', 'link'] as const;

/** What a difference answers: a card, mostly a pain point, or evidence. Ids are kept from map to map, so one that only the baseline has may be meant. */
export const reasonAnswerSchema = z.object({ type: z.enum(answerTypes), id: idSchema });
export type ReasonAnswer = z.infer<typeof reasonAnswerSchema>;

/** Most reasons that one thing has: more than anybody reads. */
export const maxReasonsPerThing = 50;

/** Most answers that a reason is given. */
export const maxAnswers = 20;
/** Most that are read: when several people add the last one at once, nobody’s is lost. */
const mostReadAnswers = 100;

const percent = { min: 0, max: 100 };
/** Between what a score can lie, whatever it was asked on: points of NPS; of the others percent, or the numbers of their scale. */
export const scoreAims = { nps: { min: -100, max: 100 }, csat: percent, ces: percent } as const;
export type AimedMetric = keyof typeof scoreAims;

const scoreAim = <M extends AimedMetric>(metric: M) =>
  z.object({
    kind: z.literal('score'),
    metric: z.literal(metric),
    to: z.number().min(scoreAims[metric].min).max(scoreAims[metric].max),
  });

/** The effect that is hoped for: how a persona will feel, what a score will be, or that customers stay at a moment. */
export const reasonAimSchema = z.union([
  z.object({ kind: z.literal('emotion'), personaId: idSchema, to: z.number().min(minEmotion).max(maxEmotion) }),
  scoreAim('nps'),
  scoreAim('csat'),
  scoreAim('ces'),
  z.object({ kind: z.literal('moment'), gate: z.literal('held') }),
]);
export type ReasonAim = z.infer<typeof reasonAimSchema>;

/** Why something differs from the state that a map was derived from. Several people may each give one for the same thing. */
export const reasonSchema = z.object({
  id: idSchema,
  about: differingSchema,
  text: textSchema.default(''),
  answers: z.array(reasonAnswerSchema).max(mostReadAnswers).default([]),
  aim: reasonAimSchema.optional(),
  deletedAt: deletedAtSchema,
});
export type Reason = z.infer<typeof reasonSchema>;

/** An answer as a text: equal ones are the same. */
export const answerKey = ({ type, id }: ReasonAnswer): string => `${type}:${id}`;

/** Answers as they are told: each once, in the order of their keys. What is none is left out. */
export function toAnswers(given: readonly unknown[]): ReasonAnswer[] {
  const known = new Map<string, ReasonAnswer>();
  for (const item of given) {
    const { data } = reasonAnswerSchema.safeParse(item);
    if (data) known.set(answerKey(data), data);
  }
  const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, answer]) => answer);
  return sorted.slice(0, mostReadAnswers);
}
