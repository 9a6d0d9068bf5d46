'use client';

import { useEffect } from 'react';
import { type EventWatcher, watchEvents } from '@/components/live/watchEvents';
import { useEditor } from '../../session/EditorContext';
import { useAccessLost } from '../../session/useAccessLost';
import { followVotes } from './followVotes';

/** The line by which the votes on the open map come in, for everybody who sees the map. */
export function useVotesLine(): void {
  const { session, voting } = useEditor();
  const lost = useAccessLost();
  useEffect(() => {
    if (lost) return;
    const watch = (watcher: EventWatcher) => watchEvents(`map=${encodeURIComponent(session.mapId)}`, watcher);
    return followVotes(session.mapId, voting, watch);
  }, [session.mapId, voting, lost]);
}
