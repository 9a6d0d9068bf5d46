import type { Runtime } from '@/lib/runtime';

/** Tells who has the workspace or one of its maps open that its categories or rules changed. Call after the commit. */
export function tellCategories({ events }: Pick<Runtime, 'events'>, workspaceId: string): Promise<void> {
  return events.publish({ kind: 'evidence.changed', workspaceId, payload: { sourceId: null, importId: null } });
}
