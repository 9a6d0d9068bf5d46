import { type ActivityEntry, type ActivityGroup, groupActivity } from './groupActivity';

/** Something that happened to a map: it was kept as a version, or somebody did something in one go. `at`: milliseconds since 1970. */
export type TimelineItem<Version> =
  | { kind: 'version'; at: number; version: Version }
  | { kind: 'activity'; at: number; group: ActivityGroup };

/** What is known of something that is read page by page, newest first; `isAll`: there is nothing older. */
export type Known<Item> = { items: readonly Item[]; isAll: boolean };

/** Before this moment (milliseconds) something may be missing. */
const knownSince = <Item extends { at: number }>({ items, isAll }: Known<Item>): number =>
  isAll ? Number.NEGATIVE_INFINITY : (items.at(-1)?.at ?? Number.POSITIVE_INFINITY);

/**
 * Versions and activity on one line, newest first, as far back as all of both is known. What somebody did in one go is parted where a version
 * was kept: what stands above it has happened since.
 */
export function toTimeline<Version extends { at: number }>(
  activity: Known<ActivityEntry>,
  versions: Known<Version>,
): TimelineItem<Version>[] {
  const since = Math.max(knownSince(activity), knownSince(versions));
  const entries = activity.items.filter(({ at }) => at >= since);
  const line: TimelineItem<Version>[] = [];
  let next = 0;
  const activityUntil = (at: number): void => {
    const end = entries.findIndex((entry, index) => index >= next && entry.at <= at);
    const part = entries.slice(next, end === -1 ? entries.length : end);
    next += part.length;
    for (const group of groupActivity(part)) line.push({ kind: 'activity', at: group.to, group });
  };
  for (const version of versions.items) {
    if (version.at < since) continue;
    activityUntil(version.at);
    line.push({ kind: 'version', at: version.at, version });
  }
  activityUntil(Number.NEGATIVE_INFINITY);
  return line;
}

/** Gathers items, newest first, by days: `dayOf` names the day of a moment. */
export function byDays<Item extends { at: number }>(
  items: readonly Item[],
  dayOf: (at: number) => string,
): { day: string; at: number; items: Item[] }[] {
  const days: { day: string; at: number; items: Item[] }[] = [];
  for (const item of items) {
    const day = dayOf(item.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, at: item.at, items: [item] });
  }
  return days;
}
