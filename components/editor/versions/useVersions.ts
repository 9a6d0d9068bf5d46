import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { watchEvents } from '@/components/live/watchEvents';
import { useEditor } from '../session/EditorContext';
import { fetchVersions, type Version } from './versionRequests';

const pageSize = 50;
/** As many as one request may ask for. */
const mostAtOnce = 200;

/** The map's versions, page by page and live, while the component is there. `may`: whether this person may see any. */
export function useVersions(may: boolean) {
  const { session, versions } = useEditor();
  const { mapId } = session;
  const items = useStore(versions, (state) => state.items);
  const hasMore = useStore(versions, (state) => state.hasMore);
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const load = useCallback(
    async (older: boolean): Promise<void> => {
      const { items: known, take } = versions.getState();
      const last = older ? known?.at(-1) : undefined;
      setLoading(true);
      try {
        // As many as are in sight: whoever has paged back does not lose the older ones by news.
        const limit = Math.min(mostAtOnce, Math.max(pageSize, known?.length ?? 0));
        const query = last ? { before: last.number, limit: pageSize } : { limit };
        take(await fetchVersions(mapId, query), last ? 'older' : 'newest');
        setProblem(null);
      } catch (error) {
        setProblem(error);
      }
      setLoading(false);
    },
    [mapId, versions],
  );

  useEffect(() => {
    if (!may) return;
    void load(false);
    return watchEvents(`map=${encodeURIComponent(mapId)}`, {
      onEvent(kind) {
        if (kind === 'versions.changed') void load(false);
      },
    });
  }, [may, mapId, load]);

  return {
    items: may ? items : noVersions,
    hasMore: may && hasMore,
    loading,
    problem,
    reload: () => void (may && load(false)),
    loadMore: () => void load(true),
  };
}

const noVersions: readonly Version[] = [];
