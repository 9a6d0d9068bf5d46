import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { answerThreads, readThread } from '@/lib/comments/readThreads';
import { removeComment } from '@/lib/comments/tendThreads';
import { commentAnswerSchema, threadAnswerSchema } from '@/lib/comments/threadAnswer';
import { editComment, newCommentSchema, replyToThread } from '@/lib/comments/writeComments';
import { findThreadOfComment } from '@/lib/data/commentThreads';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { id } from '../schemas/common';
import { threadParams } from './commentThreads';
import { writingFor } from './commentWriting';

const commentParams = z.object({ mapId: id, commentId: id });
const commentBody = newCommentSchema.meta({ id: 'NewComment' });

export const addCommentEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/comment-threads/{threadId}/comments',
  id: 'addComment',
  tag: 'Comments',
  summary: 'Say something in a conversation',
  description: 'A resolved conversation is open again.',
  access: 'write',
  idempotent: true,
  params: threadParams,
  body: { kind: 'json', schema: commentBody },
  answer: { status: 201, description: 'The comment.', schema: commentAnswerSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: {
    params: { mapId: '{mapId}', threadId: '{threadId}' },
    body: { text: '@[Emil](user:{memberId}) has the figures.' },
  },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    await requireMapAccess(actor, params.mapId, 'comment', runtime.database);
    const find = async (known: string) => {
      const thread = await findThreadOfComment(runtime.database, params.mapId, known);
      const [answer] = thread ? await answerThreads(runtime, actor, [thread]) : [];
      return answer?.comments.find((comment) => comment.id === known && comment.deletedAt === null) ?? null;
    };
    const comment = await createOnce(call, {
      newId,
      find,
      make: async (id) => {
        await replyToThread(runtime, writingFor(call), params, body.text, id);
        const made = await find(id);
        if (!made) throw new AppError('notFound', 'Deleted at once.', { messageKey: 'commentNotFound' });
        return made;
      },
    });
    return { status: 201, body: comment };
  },
});

export const updateCommentEndpoint = endpoint({
  method: 'PATCH',
  path: '/maps/{mapId}/comments/{commentId}',
  id: 'updateComment',
  tag: 'Comments',
  summary: 'Say one’s own comment differently',
  access: 'write',
  params: commentParams,
  body: { kind: 'json', schema: commentBody },
  answer: { status: 200, description: 'The conversation as it is now.', schema: threadAnswerSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}', commentId: '{commentId}' }, body: { text: 'It is what three of five customers say.' } },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const threadId = await editComment(runtime, writingFor(call), params, body.text);
    return { body: await readThread(runtime, actor, params.mapId, threadId) };
  },
});

export const deleteCommentEndpoint = endpoint({
  method: 'DELETE',
  path: '/maps/{mapId}/comments/{commentId}',
  id: 'deleteComment',
  tag: 'Comments',
  summary: 'Delete a comment',
  description: 'One’s own; owners delete anybody’s. Its words are gone for good; with its last comment a conversation goes, too.',
  access: 'write',
  params: commentParams,
  answer: { status: 204, description: 'The comment is deleted.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}', commentId: '{commentId}' } },
  handle: async ({ runtime, actor, params }) => {
    await removeComment(runtime, actor, params);
    return { status: 204 };
  },
});
