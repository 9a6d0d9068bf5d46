'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { watchEvents } from '@/components/live/watchEvents';
import { announceServerReturned } from '@/components/update/watchBuild';
import type { EventKind } from '@/lib/events/event';

/** Milliseconds: how often the page's data is fetched at most, and when the line counts as interrupted. */
const refreshInterval = 1_000;
const patience = 3_000;
const listKinds: readonly EventKind[] = ['maps.changed', 'access.changed', 'session.revoked'];

/**
 * Fetches the page's data again whenever the workspace's maps (or what else is in `kinds`) or somebody's access change, and after a pause without
 * connection. `kinds` stays the same. Returns whether the line to the server stands; a short stumble is not mentioned.
 */
export function useLiveRefresh(workspaceId: string, kinds: readonly EventKind[] = listKinds): 'live' | 'interrupted' {
  const router = useRouter();
  const [state, setState] = useState<'live' | 'interrupted'>('live');

  useEffect(() => {
    let refreshTimer: ReturnType<typeof setTimeout> | undefined;
    let worryTimer: ReturnType<typeof setTimeout> | undefined;
    let isOpen = false;
    let gone = false;

    const refresh = () => {
      refreshTimer ??= setTimeout(() => {
        refreshTimer = undefined;
        // A refresh that no server answers makes the browser leave the page; when the line stands again, there is another one.
        if (isOpen) router.refresh();
      }, refreshInterval);
    };
    const stop = watchEvents(`workspace=${encodeURIComponent(workspaceId)}`, {
      onEvent(kind) {
        if (kinds.includes(kind)) refresh();
      },
      onOpen() {
        isOpen = true;
        clearTimeout(worryTimer);
        worryTimer = undefined;
        setState('live');
        if (gone) announceServerReturned();
        gone = false;
        // What happened before the line stood, between the server's page and now or while it was interrupted, was not told.
        refresh();
      },
      onTrouble() {
        isOpen = false;
        gone = true;
        worryTimer ??= setTimeout(() => setState('interrupted'), patience);
      },
    });
    // An open stream does not notice at once that the network is gone; the browser does.
    const onOffline = () => setState('interrupted');
    window.addEventListener('offline', onOffline);
    return () => {
      stop();
      window.removeEventListener('offline', onOffline);
      clearTimeout(refreshTimer);
      clearTimeout(worryTimer);
    };
  }, [router, workspaceId, kinds]);

  return state;
}
