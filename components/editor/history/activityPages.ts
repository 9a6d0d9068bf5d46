import { z } from 'zod';
import { requestJson } from '@/components/workspace/request';

export const activityPageSchema = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      actorId: z.string(),
      record: z.string(),
      recordId: z.string(),
      field: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  names: z.record(z.string(), z.string()),
  next: z.string().nullable(),
});
export type ActivityPage = z.output<typeof activityPageSchema>;

/** Most entries of one person that are taken back at once. */
const mostEntries = 5_000;

/** One page of a map's activity, newest first. Throws `RequestError`. */
export function fetchActivity(mapId: string, query: Record<string, string>): Promise<ActivityPage> {
  return requestJson('GET', `/api/maps/${mapId}/activity?${new URLSearchParams(query)}`, activityPageSchema);
}

/** What one person changed in the last minutes, oldest first. Throws `RequestError`. */
export async function fetchLastMinutes(mapId: string, actorId: string, minutes: number): Promise<ActivityPage['entries']> {
  const entries: ActivityPage['entries'] = [];
  for (let before: string | null = ''; before !== null && entries.length < mostEntries; ) {
    const query = { actor: actorId, minutes: String(minutes), limit: '500', ...(before === '' ? {} : { before }) };
    const page: ActivityPage = await fetchActivity(mapId, query);
    entries.push(...page.entries);
    before = page.next;
  }
  return entries.reverse();
}
