import type { z } from 'zod';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import type { CommentTarget } from '@/lib/comments/commentTarget';
import { commentPeopleSchema, type ThreadAnswer, threadAnswerSchema, threadListSchema } from '@/lib/comments/threadAnswer';

/** The requests of the comments of one map. All throw `RequestError`. */
export function commentRequests(mapId: string) {
  const base = `/api/maps/${mapId}`;
  const one = (threadId: string) => `${base}/comments/${threadId}`;
  return {
    list: async (): Promise<ThreadAnswer[]> => (await requestJson('GET', `${base}/comments`, threadListSchema)).threads,
    read: (threadId: string) => requestJson('GET', one(threadId), threadAnswerSchema),
    begin: (target: CommentTarget, text: string) => requestJson('POST', `${base}/comments`, threadAnswerSchema, { target, text }),
    reply: (threadId: string, text: string) => requestJson('POST', one(threadId), threadAnswerSchema, { text }),
    resolve: (threadId: string, resolved: boolean) => requestJson('PATCH', one(threadId), threadAnswerSchema, { resolved }),
    edit: (threadId: string, commentId: string, text: string) =>
      requestJson('PATCH', `${one(threadId)}/${commentId}`, threadAnswerSchema, { text }),
    remove: (threadId: string, commentId: string) => requestJson('DELETE', `${one(threadId)}/${commentId}`, anyAnswer),
    people: async (): Promise<z.output<typeof commentPeopleSchema>['people']> =>
      (await requestJson('GET', `${base}/comment-people`, commentPeopleSchema)).people,
    see: (marks: readonly { threadId: string; seen: number }[]) =>
      requestJson('POST', `${base}/comments-seen`, anyAnswer, { marks }),
    seeAll: () => requestJson('POST', `${base}/comments-seen`, anyAnswer, { all: true }),
  };
}
