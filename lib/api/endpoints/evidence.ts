import { z } from 'zod';
import { requireSourceAccess } from '@/lib/auth/sourceAccess';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { findAnswerLimits } from '@/lib/data/evidence/limits';
import { answerFilterShape, withCategories } from '@/lib/sources/answerFilter';
import { treeFor } from '@/lib/sources/categories/readCategories';
import { readEntryNotes } from '@/lib/sources/entries/readEntry';
import { erasePerson, personSchema, readPerson } from '@/lib/sources/erasePerson';
import { listAnswers } from '@/lib/sources/listAnswers';
import { readFigures } from '@/lib/sources/readFigures';
import { endpoint } from '../endpoint';
import { pageOf, pageQuery } from '../page';
import { id, workspaceIdParams } from '../schemas/common';
import { answerSchema, columnFiguresSchema, dimensionSchema, sourceIdParams } from '../schemas/evidence';
import { readAnswerCursor, toAnswerCursor } from './answerCursor';
import { toAnswerBody, toFiguresBody } from './sourceBodies';

export const getFiguresEndpoint = endpoint({
  method: 'GET',
  path: '/sources/{sourceId}/figures',
  id: 'getFigures',
  tag: 'Evidence',
  summary: 'Read a source’s scores',
  description:
    'Each with the number of answers, an interval, its distribution, its months, and its groups when `split` names a dimension.',
  access: 'read',
  conditional: true,
  params: sourceIdParams,
  query: z.object({
    ...answerFilterShape,
    column: z.coerce.number().int().min(1).max(100_000).optional().describe('Only this column.'),
    split: dimensionSchema.optional(),
  }),
  answer: {
    status: 200,
    description: 'The scores, one for each column.',
    schema: z.object({ items: z.array(columnFiguresSchema) }).meta({ id: 'EvidenceFigures' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{sourceId}' }, query: { touchpoint: 'Hotline', from: '2026-01-01', split: 'channel' } },
  handle: async ({ runtime, actor, params, query }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.readFigures', runtime.database);
    const filter = withCategories(query, await treeFor(runtime.database, source.workspaceId, query));
    const limits = await findAnswerLimits(runtime.database, source.workspaceId);
    return { body: { items: (await readFigures(runtime, source, filter, limits)).map(toFiguresBody) } };
  },
});

export const listAnswersEndpoint = endpoint({
  method: 'GET',
  path: '/sources/{sourceId}/answers',
  id: 'listAnswers',
  tag: 'Evidence',
  summary: 'Read what single customers said',
  description:
    'The last given first. A page may have fewer answers than asked for, or none, while `nextCursor` says that there may be more.',
  access: 'read',
  params: sourceIdParams,
  query: z.object({
    ...answerFilterShape,
    text: z.string().max(200).optional().describe('Only answers that hold all these words.'),
    ...pageQuery,
  }),
  answer: { status: 200, description: 'A page of answers.', schema: pageOf(answerSchema).meta({ id: 'EvidenceAnswers' }) },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{sourceId}' }, query: { touchpoint: 'Hotline', text: 'waiting' } },
  handle: async ({ runtime, actor, params, query }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.readAnswers', runtime.database);
    const { cursor, ...asked } = query;
    const filter = withCategories(asked, await treeFor(runtime.database, source.workspaceId, asked));
    const { answers, next } = await listAnswers(runtime, source.id, { ...filter, after: readAnswerCursor(cursor) });
    const notes = await readEntryNotes(
      runtime,
      source.id,
      answers.map(({ fingerprint }) => fingerprint),
    );
    const items = answers.map((answer) => toAnswerBody(answer, notes.get(answer.fingerprint)));
    return { body: { items, nextCursor: toAnswerCursor(next) } };
  },
});

/** Answers about one person that are told at once. */
const mostOfPerson = 1_000;

export const readPersonEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/evidence/person',
  id: 'readPerson',
  tag: 'Evidence',
  summary: 'Read what is stored about a person',
  description: 'Everything in all sources of the workspace, up to 1,000 answers: for whoever asks what is known of them.',
  access: 'read',
  cost: 10,
  params: workspaceIdParams,
  body: { kind: 'json', schema: personSchema.meta({ id: 'EvidencePerson' }) },
  answer: {
    status: 200,
    description: 'The answers.',
    schema: z
      .object({ items: z.array(z.object({ sourceId: id, answer: answerSchema })), isComplete: z.boolean() })
      .meta({ id: 'EvidenceOfPerson' }),
  },
  problems: ['forbidden', 'notFound', 'tooLarge', 'unsupportedMedia'],
  example: { params: { workspaceId: '{workspaceId}' }, body: { identifier: 'customer 4711' } },
  handle: async ({ runtime, actor, params, body }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.eraseAnswers', runtime.database);
    const items = [];
    let isComplete = true;
    for await (const { sourceId, answer } of readPerson(runtime, workspace.id, body)) {
      isComplete = items.length < mostOfPerson;
      if (!isComplete) break;
      const note = (await readEntryNotes(runtime, sourceId, [answer.fingerprint])).get(answer.fingerprint);
      items.push({ sourceId, answer: toAnswerBody(answer, note) });
    }
    return { body: { items, isComplete } };
  },
});

export const erasePersonEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/evidence/person/erase',
  id: 'erasePerson',
  tag: 'Evidence',
  summary: 'Erase a person’s answers',
  description:
    'In all sources of the workspace, for good. They are refused when they are imported again, and erased again when a backup is restored here.',
  access: 'write',
  cost: 10,
  params: workspaceIdParams,
  body: { kind: 'json', schema: personSchema.meta({ id: 'EvidencePersonToErase' }) },
  answer: {
    status: 200,
    description: 'How many answers there were.',
    schema: z.object({ erased: z.number().int().min(0) }).meta({ id: 'EvidenceErased' }),
  },
  problems: ['forbidden', 'notFound', 'tooLarge', 'unsupportedMedia'],
  example: { params: { workspaceId: '{workspaceId}' }, body: { identifier: 'customer 4711' } },
  handle: async ({ runtime, actor, params, body }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.eraseAnswers', runtime.database);
    return { body: { erased: await erasePerson(runtime, actor, workspace.id, body) } };
  },
});
