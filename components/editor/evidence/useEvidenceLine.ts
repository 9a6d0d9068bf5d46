'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type EventWatcher, watchEvents } from '@/components/live/watchEvents';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { evidenceRequests } from './evidenceRequests';
import { followEvidence } from './followEvidence';

/** The line by which what customers said about the open map comes in, for whoever may see it. */
export function useEvidenceLine(): void {
  const { session, evidence } = useEditor();
  const mayRead = useStore(evidence, (state) => state.mayRead);
  const lost = useAccessLost();
  useEffect(() => {
    if (!mayRead || lost) return;
    const watch = (watcher: EventWatcher) => watchEvents(`map=${encodeURIComponent(session.mapId)}`, watcher);
    return followEvidence(session, evidence, evidenceRequests(session.mapId), watch);
  }, [session, evidence, mayRead, lost]);
}
