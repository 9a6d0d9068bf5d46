'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import type { CommentTarget } from '@/lib/comments/commentTarget';
import type { ThreadAnswer } from '@/lib/comments/threadAnswer';
import { useEditor } from '../session/EditorContext';
import { toSentDraft } from './commentDraft';
import { commentRequests } from './commentRequests';
import type { CommentDraft } from './commentsStore';

/** What one can do with comments. Each says what went wrong by itself, keeps what was written then, and returns whether it went well. */
export type CommentActions = {
  begin(target: CommentTarget, draft: CommentDraft): Promise<boolean>;
  reply(threadId: string, draft: CommentDraft): Promise<boolean>;
  edit(threadId: string, commentId: string, draft: CommentDraft): Promise<boolean>;
  remove(threadId: string, commentId: string): Promise<boolean>;
  resolve(threadId: string, resolved: boolean): Promise<boolean>;
  seeAll(): Promise<boolean>;
};

/** The actions of the open map's comments. */
export function useCommentActions(): CommentActions {
  const { session, comments } = useEditor();
  const t = useTranslations('comments.thread');
  const common = useTranslations('common');
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  return useMemo(() => {
    const requests = commentRequests(session.mapId);
    const { getState } = comments;
    const attempt = async (work: () => Promise<void>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        toast({ title: sentenceOf(error), tone: 'danger' });
        return false;
      }
    };
    const put = (thread: ThreadAnswer): void => getState().putThread(thread);
    const resolve = (threadId: string, resolved: boolean): Promise<boolean> =>
      attempt(async () => {
        put(await requests.resolve(threadId, resolved));
        if (!resolved) return;
        toast({ title: t('resolvedToast'), action: { label: common('undo'), onClick: () => void resolve(threadId, false) } });
      });
    return {
      begin: (target, draft) => attempt(async () => put(await requests.begin(target, toSentDraft(draft)))),
      reply: (threadId, draft) => attempt(async () => put(await requests.reply(threadId, toSentDraft(draft)))),
      edit: (threadId, commentId, draft) =>
        attempt(async () => put(await requests.edit(threadId, commentId, toSentDraft(draft)))),
      remove: (threadId, commentId) =>
        attempt(async () => {
          await requests.remove(threadId, commentId);
          const thread = getState().threads.get(threadId);
          const left = thread?.comments.filter(({ id, deletedAt }) => id !== commentId && deletedAt === null) ?? [];
          if (left.length === 0) getState().dropThread(threadId);
          else put(await requests.read(threadId));
        }),
      resolve,
      seeAll: () =>
        attempt(async () => {
          await requests.seeAll();
          const marks = [...getState().threads.values()].map(({ id, comments: said }) => ({
            threadId: id,
            seen: said.at(-1)?.number ?? 0,
          }));
          getState().noteSeen(marks);
        }),
    };
  }, [session.mapId, comments, t, common, toast, sentenceOf]);
}
