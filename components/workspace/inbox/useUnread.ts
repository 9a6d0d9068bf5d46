'use client';

import { useEffect, useState } from 'react';
import { watchEvents } from '@/components/live/watchEvents';
import { inboxCountSchema } from '@/lib/comments/threadAnswer';
import { requestJson } from '../request';

/** Milliseconds in which several events are answered by one question. */
const gathering = 500;

/** How much in the inbox is unread: asked when the page opens and comes back into sight, and kept up on pages that listen to a workspace. */
export function useUnread(workspaceId: string | null): number {
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      timer = undefined;
      // A count that is not known stays what it was: nobody is helped by a message about it.
      const answer = await requestJson('GET', '/api/inbox/count', inboxCountSchema).catch(() => null);
      if (answer && !isOver) setUnread(answer.unread);
    };
    const askSoon = (): void => {
      timer ??= setTimeout(() => void ask(), gathering);
    };
    const onVisibility = (): void => {
      if (!document.hidden) askSoon();
    };
    void ask();
    document.addEventListener('visibilitychange', onVisibility);
    const stop =
      workspaceId === null
        ? () => undefined
        : watchEvents(`workspace=${encodeURIComponent(workspaceId)}`, {
            onEvent(kind) {
              if (kind === 'inbox.changed' || kind === 'access.changed') askSoon();
            },
            onOpen: askSoon,
          });
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
      stop();
    };
  }, [workspaceId]);
  return unread;
}
