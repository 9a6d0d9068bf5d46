import type { Runtime } from '@/lib/runtime';

/** Tells who has the workspace or one of its maps open that something about a source changed. Call after the commit. */
export function tellSources(
  { events }: Pick<Runtime, 'events'>,
  workspaceId: string,
  { sourceId, importId = null }: { sourceId: string; importId?: string | null },
): Promise<void> {
  return events.publish({ kind: 'evidence.changed', workspaceId, payload: { sourceId, importId } });
}
