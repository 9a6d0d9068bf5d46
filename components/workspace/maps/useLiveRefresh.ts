'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { announceServerReturned } from '@/components/update/watchBuild';

/** Milliseconds: how often the page's data is fetched at most, when the line counts as interrupted, when a closed line is opened again. */
const refreshInterval = 1_000;
const patience = 3_000;
const reopenDelay = 5_000;
const kinds = ['maps.changed', 'access.changed', 'session.revoked'];

/**
 * Fetches the page's data again whenever the workspace's maps or somebody's access change, and after a pause without connection.
 * Returns whether the line to the server stands; a short stumble is not mentioned.
 */
export function useLiveRefresh(workspaceId: string): 'live' | 'interrupted' {
  const router = useRouter();
  const [state, setState] = useState<'live' | 'interrupted'>('live');

  useEffect(() => {
    let source: EventSource | undefined;
    let refreshTimer: ReturnType<typeof setTimeout> | undefined;
    let worryTimer: ReturnType<typeof setTimeout> | undefined;
    let reopenTimer: ReturnType<typeof setTimeout> | undefined;

    const refresh = () => {
      refreshTimer ??= setTimeout(() => {
        refreshTimer = undefined;
        // A refresh that no server answers makes the browser leave the page; when the line stands again, there is another one.
        if (source?.readyState === EventSource.OPEN) router.refresh();
      }, refreshInterval);
    };
    let gone = false;
    const open = () => {
      clearTimeout(reopenTimer);
      source?.close();
      source = new EventSource(`/api/events?workspace=${encodeURIComponent(workspaceId)}`);
      source.onopen = () => {
        clearTimeout(worryTimer);
        worryTimer = undefined;
        setState('live');
        if (gone) announceServerReturned();
        gone = false;
        // What happened before the line stood, between the server's page and now or while it was interrupted, was not told.
        refresh();
      };
      source.onerror = () => {
        gone = true;
        worryTimer ??= setTimeout(() => setState('interrupted'), patience);
        // The browser reconnects by itself unless it got an answer that it takes for final.
        if (source?.readyState === EventSource.CLOSED) {
          clearTimeout(reopenTimer);
          reopenTimer = setTimeout(open, reopenDelay);
        }
      };
      for (const kind of kinds) source.addEventListener(kind, refresh);
    };
    open();
    // An open stream does not notice at once that the network is gone; the browser does.
    const onOffline = () => setState('interrupted');
    window.addEventListener('offline', onOffline);
    window.addEventListener('online', open);
    return () => {
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('online', open);
      clearTimeout(refreshTimer);
      clearTimeout(worryTimer);
      clearTimeout(reopenTimer);
      source?.close();
    };
  }, [router, workspaceId]);

  return state;
}
