import { z } from 'zod';
import {
  answerTypes,
  differingCollections,
  maxAnswers,
  maxKeyLength,
  maxReasonsPerThing,
  reasonAimSchema,
} from '@/lib/map/reason';
import {
  addReason,
  addReasonAnswer,
  deleteReason,
  removeReasonAnswer,
  setReasonAim,
  setReasonAnswers,
  setReasonText,
} from '../operations/reasons';
import { fieldTextSchema, named, namedMaker, referenceSchema } from './namedOperation';

const id = referenceSchema;
const text = fieldTextSchema;
const about = z
  .strictObject({
    collection: z.enum(differingCollections),
    id: z
      .string()
      .max(maxKeyLength)
      .describe('As a difference of a comparison names it; empty for `meta`. What was removed is not on the map any more.'),
  })
  .describe('What differs from the baseline.');
const answer = z
  .strictObject({ type: z.enum(answerTypes), id: referenceSchema })
  .describe('A card, or a link to evidence, of the map or of its baseline.');
const answers = z.array(answer).max(maxAnswers).describe('The pain points and evidence that the difference answers.');
const aim = reasonAimSchema.describe(
  'The effect that is hoped for: how a persona will feel, what a score will be, or that customers stay at the moment.',
);

/** Why a future state differs from what it was derived from. */
export const reasonOperations = [
  namedMaker(
    'addReason',
    `Says why something differs from the baseline, beside the reasons that others gave. One thing has ${maxReasonsPerThing} at most.`,
    { about, text: text.optional(), answers: answers.optional(), aim: aim.optional() },
    (doc, { about: thing, ...given }, origin) =>
      addReason(
        doc,
        {
          about: thing,
          ...(given.text === undefined ? {} : { text: given.text }),
          ...(given.answers === undefined ? {} : { answers: given.answers }),
          ...(given.aim === undefined ? {} : { aim: given.aim }),
        },
        origin,
      ),
  ),
  named(
    'setReasonText',
    'Replaces a reason’s words by the smallest edit, so that what others type in it stays.',
    { id, text },
    setReasonText,
  ),
  named('setReasonAnswers', 'Says what the difference answers: exactly these.', { id, answers }, setReasonAnswers),
  named(
    'addReasonAnswer',
    `Adds something that the difference answers. A reason has ${maxAnswers} at most.`,
    { id, answer },
    addReasonAnswer,
  ),
  named('removeReasonAnswer', 'Takes away something that the difference is no answer to.', { id, answer }, removeReasonAnswer),
  named('setReasonAim', 'Says which effect is hoped for; null for none.', { id, aim: aim.nullable() }, setReasonAim),
  named('deleteReason', 'Deletes a reason.', { id }, deleteReason),
];
