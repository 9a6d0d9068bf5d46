import type { Runtime } from '@/lib/runtime';
import { tellSources } from '../tellSources';

/** Milliseconds between two times that it is told that answers were pushed into a source: many of them are one piece of news. */
const tellEvery = 1_000;

/** Sources of which it was told just now; `true`: more came since. */
const told = new Map<string, boolean>();

/** Tells that answers were pushed into a source: at once, and then once a second as long as more come. */
export async function tellPushed(
  running: Pick<Runtime, 'events' | 'log'>,
  { workspaceId, sourceId }: { workspaceId: string; sourceId: string },
): Promise<void> {
  if (told.has(sourceId)) {
    told.set(sourceId, true);
    return;
  }
  told.set(sourceId, false);
  setTimeout(() => {
    const hasMore = told.get(sourceId) === true;
    told.delete(sourceId);
    if (!hasMore) return;
    tellPushed(running, { workspaceId, sourceId }).catch((error: unknown) =>
      running.log.warn({ err: error }, 'it could not be told that answers were pushed'),
    );
  }, tellEvery).unref();
  await tellSources(running, workspaceId, { sourceId });
}
