'use client';

import { type RefObject, useEffect } from 'react';
import { useEditor } from '../session/EditorContext';
import { commentRequests } from './commentRequests';

/** Milliseconds that a conversation is in sight before it counts as read, and in which marks gather before they are sent. */
const dwell = 1_000;

/** Notes a conversation as read once its end was in sight for a moment, on a page that somebody looks at. */
export function useSeenMarks(element: RefObject<HTMLElement | null>, threadId: string, last: number, unread: number): void {
  const { session, comments } = useEditor();
  useEffect(() => {
    const target = element.current;
    if (!target || unread === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mark = (): void => {
      if (document.hidden) {
        timer = setTimeout(mark, dwell);
        return;
      }
      const marks = [{ threadId, seen: last }];
      comments.getState().noteSeen(marks);
      // Not worth a word when it fails: it is read once more then.
      void commentRequests(session.mapId)
        .see(marks)
        .catch(() => undefined);
    };
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) timer = setTimeout(mark, dwell);
    });
    observer.observe(target);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element, threadId, last, unread, session.mapId, comments]);
}
