import { z } from 'zod';
import { requireSourceAccess } from '@/lib/auth/sourceAccess';
import { answerFilterShape, withCategories } from '@/lib/sources/answerFilter';
import { assignChosen, assignFound, mostAssigned } from '@/lib/sources/categories/assignAnswers';
import { readCategories, treeFor } from '@/lib/sources/categories/readCategories';
import { readReasons } from '@/lib/sources/categories/readReasons';
import { endpoint } from '../endpoint';
import { reasonsSchema } from '../schemas/categories';
import { id } from '../schemas/common';
import { sourceIdParams } from '../schemas/evidence';
import { readAnswerCursor, toAnswerCursor } from './answerCursor';
import { toReasonsBody } from './mapEvidenceBodies';

export const getReasonsEndpoint = endpoint({
  method: 'GET',
  path: '/sources/{sourceId}/reasons',
  id: 'getContactReasons',
  tag: 'Evidence',
  summary: 'Read for which reasons customers got in touch',
  description:
    'How many answers each category has, by months, and how many are in none. Of sources of other kinds all are in none.',
  access: 'read',
  conditional: true,
  params: sourceIdParams,
  query: z.object(answerFilterShape),
  answer: { status: 200, description: 'The reasons.', schema: reasonsSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{ticketsId}' }, query: { channel: 'phone', from: '2026-01-01' } },
  handle: async ({ runtime, actor, params, query }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.readFigures', runtime.database);
    const filter = withCategories(query, await treeFor(runtime.database, source.workspaceId, query));
    return { body: toReasonsBody(await readReasons(runtime, source, filter)) };
  },
});

const target = id.nullable().describe('The category; null: what was assigned by hand is given back to the rules.');
const answerId = z
  .string()
  .max(64)
  .regex(/^[\w-]+$/);

const assignmentSchema = z
  .union([
    z.strictObject({
      categoryId: target,
      answers: z.array(answerId).min(1).max(mostAssigned).describe('Ids of answers.'),
    }),
    z.strictObject({
      categoryId: target,
      filter: z
        .strictObject({ ...answerFilterShape, text: z.string().max(200).optional() })
        .describe('All answers that it lets through, at most 200 in one call.'),
      cursor: z.string().max(500).optional().describe('The `nextCursor` of the call before.'),
    }),
  ])
  .meta({ id: 'CategoryAssignment' });

export const assignCategoryEndpoint = endpoint({
  method: 'POST',
  path: '/sources/{sourceId}/assignments',
  id: 'assignCategory',
  tag: 'Evidence',
  summary: 'Put answers into a category by hand',
  description:
    'Single ones, or all that a filter lets through: repeat the call with `nextCursor` until it is null. Rules leave them there.',
  access: 'write',
  cost: 2,
  params: sourceIdParams,
  body: { kind: 'json', schema: assignmentSchema },
  answer: {
    status: 200,
    description: 'How many were assigned.',
    schema: z.object({ assigned: z.number().int().min(0), nextCursor: z.string().nullable() }).meta({ id: 'CategoryAssigned' }),
  },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { sourceId: '{ticketsId}' },
    body: { categoryId: '{categoryId}', filter: { category: 'none', text: 'charged twice' } },
  },
  handle: async ({ runtime, actor, params, body }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.importAnswers', runtime.database);
    const { categoryId } = body;
    if ('answers' in body) {
      const { assigned } = await assignChosen(runtime, actor, source, { categoryId, answers: [...new Set(body.answers)] });
      return { body: { assigned, nextCursor: null } };
    }
    const { text, ...asked } = body.filter;
    const { tree } = await readCategories(runtime.database, source.workspaceId);
    const filter = { ...withCategories(asked, tree), text };
    const { assigned, next } = await assignFound(runtime, actor, source, {
      ...{ categoryId, filter },
      after: readAnswerCursor(body.cursor),
    });
    return { body: { assigned, nextCursor: toAnswerCursor(next) } };
  },
});
