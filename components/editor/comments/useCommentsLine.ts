'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type EventWatcher, watchEvents } from '@/components/live/watchEvents';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { commentRequests } from './commentRequests';
import { followComments } from './followComments';

/** The line by which the open map's comments come in, for whoever may read them. */
export function useCommentsLine(): void {
  const { session, comments } = useEditor();
  const mayRead = useStore(comments, (state) => state.mayRead);
  const lost = useAccessLost();
  useEffect(() => {
    if (!mayRead || lost) return;
    const watch = (watcher: EventWatcher) => watchEvents(`map=${encodeURIComponent(session.mapId)}`, watcher);
    return followComments(session.mapId, comments, commentRequests(session.mapId), watch);
  }, [session.mapId, comments, mayRead, lost]);
}
