import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { answerThreads, readThread } from '@/lib/comments/readThreads';
import { resolveThread, threadChangeSchema } from '@/lib/comments/tendThreads';
import { type ThreadAnswer, threadAnswerSchema } from '@/lib/comments/threadAnswer';
import { newThreadSchema, startThread } from '@/lib/comments/writeComments';
import { findThread, pageThreads } from '@/lib/data/commentThreads';
import { newId } from '@/lib/map/id';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { pageOf, pageQuery, readCursor, toPage } from '../page';
import { id, mapIdParams } from '../schemas/common';
import { writingFor } from './commentWriting';

export const threadParams = z.object({ mapId: id, threadId: id });

export const listCommentThreadsEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/comment-threads',
  id: 'listCommentThreads',
  tag: 'Comments',
  summary: 'List the conversations about a map',
  description: 'The newest first, each with everything that was said in it.',
  access: 'read',
  params: mapIdParams,
  query: z.object({
    ...pageQuery,
    status: z.enum(['open', 'resolved', 'all']).default('all').describe('Only those that are open, or resolved.'),
  }),
  answer: {
    status: 200,
    description: 'A page of conversations.',
    schema: pageOf(threadAnswerSchema).meta({ id: 'CommentThreadPage' }),
  },
  problems: ['notFound'],
  example: { params: { mapId: '{mapId}' }, query: { status: 'open' } },
  handle: async ({ runtime, actor, params, query }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readComments', runtime.database);
    const { limit, cursor, status } = query;
    const resolved = status === 'all' ? undefined : status === 'resolved';
    const rows = await pageThreads(runtime.database, map.id, { resolved, after: readCursor(cursor), limit: limit + 1 });
    const answers = await answerThreads(runtime, actor, rows);
    const cursorOf = ({ createdAt, id: threadId }: ThreadAnswer) => ({ at: new Date(createdAt), id: threadId });
    return { body: toPage(answers, limit, cursorOf, (thread) => thread) };
  },
});

export const getCommentThreadEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/comment-threads/{threadId}',
  id: 'getCommentThread',
  tag: 'Comments',
  summary: 'Read one conversation',
  access: 'read',
  conditional: true,
  params: threadParams,
  answer: { status: 200, description: 'The conversation.', schema: threadAnswerSchema },
  problems: ['notFound'],
  example: { params: { mapId: '{mapId}', threadId: '{threadId}' } },
  handle: async ({ runtime, actor, params }) => ({
    body: await readThread(runtime, actor, params.mapId, params.threadId),
  }),
});

export const createCommentThreadEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/comment-threads',
  id: 'createCommentThread',
  tag: 'Comments',
  summary: 'Begin a conversation',
  description: 'About the map, a stage, a step, a lane, a card or a transition. Whoever has the map open sees it at once.',
  access: 'write',
  idempotent: true,
  params: mapIdParams,
  body: { kind: 'json', schema: newThreadSchema.meta({ id: 'NewCommentThread' }) },
  answer: { status: 201, description: 'The conversation.', schema: threadAnswerSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: {
    params: { mapId: '{mapId}' },
    body: { target: { type: 'card', id: '{cardId}' }, text: 'Is this what customers say? See https://example.org/survey' },
  },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    await requireMapAccess(actor, params.mapId, 'comment', runtime.database);
    const threadId = await createOnce(call, {
      newId,
      find: async (known) => (await findThread(runtime.database, params.mapId, known))?.id ?? null,
      make: (made) => startThread(runtime, writingFor(call), params.mapId, body, made),
    });
    return { status: 201, body: await readThread(runtime, actor, params.mapId, threadId) };
  },
});

export const updateCommentThreadEndpoint = endpoint({
  method: 'PATCH',
  path: '/maps/{mapId}/comment-threads/{threadId}',
  id: 'updateCommentThread',
  tag: 'Comments',
  summary: 'Resolve a conversation, or open it again',
  access: 'write',
  params: threadParams,
  body: { kind: 'json', schema: threadChangeSchema.meta({ id: 'CommentThreadChange' }) },
  answer: { status: 200, description: 'The conversation as it is now.', schema: threadAnswerSchema },
  problems: ['forbidden', 'notFound', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}', threadId: '{threadId}' }, body: { resolved: true } },
  handle: async ({ runtime, actor, params, body }) => {
    await resolveThread(runtime, actor, params, body.resolved);
    return { body: await readThread(runtime, actor, params.mapId, params.threadId) };
  },
});
