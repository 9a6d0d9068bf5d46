import type { ThreadRow } from '@/lib/data/commentThreads';
import type { Runtime } from '@/lib/runtime';
import { listMentioned } from './commentText';

const userIdOf = (actorId: string): string | null => (actorId.startsWith('user:') ? actorId.slice(5) : null);

/** The account holders who take part in a conversation: they wrote in it or are addressed in it. */
export function listParticipants(thread: Pick<ThreadRow, 'comments'>): string[] {
  const actors = thread.comments.flatMap(({ authorId, text, deletedAt }) =>
    deletedAt === null ? [authorId, ...listMentioned(text)] : [],
  );
  return [...new Set(actors)];
}

/** Tells everybody who has the map open that a conversation changed, and those whom it concerns that their inbox did. Call after the commit. */
export async function tellComments(
  { events }: Pick<Runtime, 'events'>,
  mapId: string,
  threadId: string,
  concerned: Iterable<string>,
): Promise<void> {
  await events.publish({ kind: 'comments.changed', mapId, payload: { threadId } });
  for (const actorId of new Set(concerned)) {
    const userId = userIdOf(actorId);
    if (userId !== null) await events.publish({ kind: 'inbox.changed', userId });
  }
}
