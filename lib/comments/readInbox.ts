import type { UserActor } from '@/lib/auth/asUser';
import { findActorNames } from '@/lib/data/actorNames';
import { type InboxRow, markInboxSeen, pageInbox } from '@/lib/data/inbox';
import type { Runtime } from '@/lib/runtime';
import { commentTargetTypes } from './commentTarget';
import { listMentioned, toReadableText } from './commentText';
import type { InboxItem } from './threadAnswer';

/** So much of a comment stands in the inbox. */
const excerptLength = 240;

/** What was said to a person, newest first; one more than fits on the page, so that it is known whether more follows. */
export async function listInbox(
  { database }: Pick<Runtime, 'database'>,
  actor: UserActor,
  page: { after: { at: Date; id: string } | null; limit: number },
): Promise<InboxItem[]> {
  const rows = await pageInbox(database, actor.userId, page);
  const names = await findActorNames(
    database,
    rows.flatMap(({ authorId, text }) => [authorId, ...listMentioned(text)]),
  );
  return rows.map((row) => toItem(row, names));
}

function toItem(
  { authorId, text, number: _, createdAt, targetType, ...row }: InboxRow,
  names: ReadonlyMap<string, string>,
): InboxItem {
  const words = toReadableText(text, (id) => names.get(id) ?? '…').replace(/\s+/g, ' ');
  return {
    ...row,
    targetType: commentTargetTypes.find((type) => type === targetType) ?? 'map',
    author: { id: authorId, name: names.get(authorId) ?? null },
    excerpt: words.length > excerptLength ? `${words.slice(0, excerptLength).replace(/[\ud800-\udbff]$/, '')}…` : words,
    createdAt: createdAt.toISOString(),
  };
}

/** Notes that a person has read all that was said to them. */
export async function seeInbox({ database, events }: Pick<Runtime, 'database' | 'events'>, actor: UserActor): Promise<void> {
  await markInboxSeen(database, actor.userId);
  await events.publish({ kind: 'inbox.changed', userId: actor.userId });
}
