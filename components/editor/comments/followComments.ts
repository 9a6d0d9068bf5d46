import type { EventWatcher } from '@/components/live/watchEvents';
import { RequestError } from '@/components/workspace/request';
import type { commentRequests } from './commentRequests';
import type { CommentsStore } from './commentsStore';

/**
 * Fetches one thing again and again when asked, never twice at once: what is asked for meanwhile is fetched afterwards, so that the last answer is
 * never older than the last event.
 */
function createFetcher(fetchOne: (id: string) => Promise<void>): { fetch(id: string): void; repeatBusy(): void } {
  const busy = new Map<string, boolean>();
  const run = async (id: string): Promise<void> => {
    busy.set(id, false);
    await fetchOne(id);
    const again = busy.get(id);
    busy.delete(id);
    if (again) await run(id);
  };
  return {
    fetch(id) {
      if (busy.has(id)) busy.set(id, true);
      else void run(id);
    },
    /** Fetches what is on its way once more. */
    repeatBusy() {
      for (const id of busy.keys()) busy.set(id, true);
    },
  };
}

/** Keeps the comments of a map as the server has them until the returned function is called. */
export function followComments(
  mapId: string,
  comments: CommentsStore,
  requests: Pick<ReturnType<typeof commentRequests>, 'list' | 'read'>,
  watch: (watcher: EventWatcher) => () => void,
): () => void {
  let isOver = false;
  const all = createFetcher(async () => {
    const since = comments.getState().changes;
    try {
      const threads = await requests.list();
      if (!isOver) comments.getState().setThreads(threads, since);
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
  const stop = watch({
    // The line stands first: what happens while all of them are on their way is told, too.
    onOpen() {
      all.fetch('');
      // What is on its way may be older than what was not told, and comes after all of them.
      one.repeatBusy();
    },
    onTrouble() {
      if (comments.getState().status !== 'ready') all.fetch('');
    },
    onEvent(kind, { threadId, readOn }) {
      // What this person has read on another page of theirs is read here, too.
      const concerns = kind === 'comments.changed' || (kind === 'inbox.changed' && readOn === mapId);
      if (!concerns) return;
      if (typeof threadId === 'string') one.fetch(threadId);
      else all.fetch('');
    },
  });
  return () => {
    isOver = true;
    stop();
  };
}
