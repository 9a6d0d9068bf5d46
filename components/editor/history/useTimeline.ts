import { useMemo } from 'react';
import { byDays, toTimeline } from '@/lib/map/history/timeline';
import { useEditor } from '../session/EditorContext';
import type { MapPermissions } from '../shell/mapPermissions';
import { useVersions } from '../versions/useVersions';
import { useActivity } from './useActivity';

const nothing: readonly never[] = [];

/** Versions and activity of the map on one line, by days of this place, as far as this person may see them. */
export function useTimeline({ mayReadActivity, mayReadVersions }: Pick<MapPermissions, 'mayReadActivity' | 'mayReadVersions'>) {
  const { session } = useEditor();
  const activity = useActivity(session.mapId, mayReadActivity);
  const versions = useVersions(mayReadVersions);
  // What cannot be read just now keeps nothing else from sight, such as versions that were listed before the network went.
  const hasSome = Boolean(activity.entries?.length || versions.items?.length);
  const entries = activity.entries ?? (activity.problem && hasSome ? nothing : null);
  const items = versions.items ?? (versions.problem && hasSome ? nothing : null);
  const days = useMemo(() => {
    if (!entries || !items) return null;
    const timed = <Item extends { at: string }>(list: readonly Item[]) =>
      list.map((item) => ({ ...item, at: Date.parse(item.at) }));
    const line = toTimeline(
      { items: timed(entries), isAll: !activity.hasMore },
      { items: items.map((version) => ({ at: Date.parse(version.at), version })), isAll: !versions.hasMore },
    );
    const shown = line.map((item) => (item.kind === 'version' ? { ...item, version: item.version.version } : item));
    return byDays(shown, (at) => new Date(at).toDateString());
  }, [entries, items, activity.hasMore, versions.hasMore]);
  return {
    days,
    names: activity.names,
    hasMore: activity.hasMore || versions.hasMore,
    loading: activity.loading || versions.loading,
    problem: activity.problem ?? versions.problem,
    reload(): void {
      activity.reload();
      versions.reload();
    },
    loadMore(): void {
      if (activity.hasMore) activity.loadMore();
      if (versions.hasMore) versions.loadMore();
    },
  };
}
