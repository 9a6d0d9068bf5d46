import { useCallback, useEffect, useState } from 'react';
import { type ActivityPage, fetchActivity } from './activityPages';

export type ActivityState = {
  /** Null while the first page loads. */
  entries: ActivityPage['entries'] | null;
  names: Readonly<Record<string, string>>;
  /** Whether there are older ones. */
  hasMore: boolean;
  loading: boolean;
  problem: unknown;
  reload(): void;
  loadMore(): void;
};

/** A map's activity, page by page; nothing for whoever may not see it. */
export function useActivity(mapId: string, may: boolean): ActivityState {
  const [entries, setEntries] = useState<ActivityPage['entries'] | null>(may ? null : []);
  const [names, setNames] = useState<Record<string, string>>({});
  const [next, setNext] = useState<string | null>(null);
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const load = useCallback(
    async (before: string | null) => {
      if (!may) return;
      setLoading(true);
      setProblem(null);
      try {
        const page = await fetchActivity(mapId, before === null ? {} : { before });
        setEntries((known) => (before === null ? page.entries : [...(known ?? []), ...page.entries]));
        setNames((known) => ({ ...known, ...page.names }));
        setNext(page.next);
      } catch (error) {
        setProblem(error);
      }
      setLoading(false);
    },
    [mapId, may],
  );
  useEffect(() => {
    void load(null);
  }, [load]);
  return {
    entries,
    names,
    hasMore: next !== null,
    loading,
    problem,
    reload: () => void load(null),
    loadMore: () => void load(next),
  };
}
