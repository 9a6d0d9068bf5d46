'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { watchEvents } from '@/components/live/watchEvents';
import { RequestError } from '@/components/workspace/request';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { commentRequests } from './commentRequests';
import type { CommentsStore } from './commentsStore';

/**
 * Fetches one thing again and again when asked, never twice at once: what is asked for meanwhile is fetched afterwards, so that the last answer is
 * never older than the last event.
 */
function createFetcher(fetchOne: (id: string) => Promise<void>): (id: string) => void {
  const busy = new Map<string, boolean>();
  const run = async (id: string): Promise<void> => {
    busy.set(id, false);
    await fetchOne(id);
    const again = busy.get(id);
    busy.delete(id);
    if (again) await run(id);
  };
  return (id) => {
    if (busy.has(id)) busy.set(id, true);
    else void run(id);
  };
}

/** Keeps the comments of a map as the server has them until the returned function is called. */
function followComments(mapId: string, comments: CommentsStore): () => void {
  const requests = commentRequests(mapId);
  let isOver = false;
  const all = createFetcher(async () => {
    try {
      const threads = await requests.list();
      if (!isOver) comments.getState().setThreads(threads);
    } catch {
      // What is known stays in sight; the line's next opening asks again.
      if (!isOver && comments.getState().status !== 'ready') comments.getState().fail();
    }
  });
  const one = createFetcher(async (threadId) => {
    try {
      const thread = await requests.read(threadId);
      if (!isOver) comments.getState().putThread(thread);
    } catch (error) {
      if (!isOver && error instanceof RequestError && error.problem?.status === 404) comments.getState().dropThread(threadId);
    }
  });
  const stop = watchEvents(`map=${encodeURIComponent(mapId)}`, {
    // The line stands first: what happens while all of them are on their way is told, too.
    onOpen: () => all(''),
    onTrouble() {
      if (comments.getState().status !== 'ready') all('');
    },
    onEvent(kind, { threadId, readOn }) {
      // What this person has read on another page of theirs is read here, too.
      const concerns = kind === 'comments.changed' || (kind === 'inbox.changed' && readOn === mapId);
      if (!concerns) return;
      if (typeof threadId === 'string') one(threadId);
      else all('');
    },
  });
  return () => {
    isOver = true;
    stop();
  };
}

/** The line by which the open map's comments come in, for whoever may read them. */
export function useCommentsLine(): void {
  const { session, comments } = useEditor();
  const mayRead = useStore(comments, (state) => state.mayRead);
  const lost = useAccessLost();
  useEffect(() => {
    if (!mayRead || lost) return;
    return followComments(session.mapId, comments);
  }, [session.mapId, comments, mayRead, lost]);
}
