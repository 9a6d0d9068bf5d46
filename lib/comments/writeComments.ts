import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { countAttempt } from '@/lib/auth/limits';
import { type MapAccess, requireMapAccess } from '@/lib/auth/mapAccess';
import { listMentionedIn } from '@/lib/data/commentThreads';
import { addComment, changeComment, createThread } from '@/lib/data/commentWrites';
import { toCleanText } from '@/lib/document/plainValue';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { readShownMap } from '@/lib/workshop/shownMap';
import { listCommentPeople } from './commentPeople';
import { commentTargetSchema, findCommentTarget } from './commentTarget';
import { maxCommentLength, toStoredText } from './commentText';
import { mailMentions } from './mailMentions';
import { requireComment, requireThread } from './readThreads';
import { listParticipants, tellComments } from './tellComments';

/** What a comment says. */
export const commentTextSchema = z
  .string()
  .min(1)
  .max(maxCommentLength)
  // Something that can be seen.
  .regex(/[^\s\p{C}]/u)
  .describe(
    'Plain text with line breaks. `@[name](user:<id>)` addresses somebody who may be addressed here; others stay plain words.',
  );

/** What is sent to begin a conversation, and to say something in one or say it differently. */
export const newThreadSchema = z.strictObject({ target: commentTargetSchema, text: commentTextSchema });
export const newCommentSchema = z.strictObject({ text: commentTextSchema });

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'liveMaps' | 'log' | 'metrics'>;
/** Who writes, and what links in mails begin with. */
export type Writing = { actor: Actor; base: string; locale: Locale };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** The words as they are stored, and whom they address. Throws `invalid` when nothing is left of them. */
async function toComment(running: Running, { actor }: Writing, access: MapAccess, text: string, before: readonly string[] = []) {
  const clean = toCleanText(text).replace(/\r\n?/g, '\n').replace(controls, '').trim();
  if (clean === '') {
    const details = [{ path: 'text', message: 'says nothing' }];
    throw new AppError('invalid', 'The comment says nothing.', { details });
  }
  const hasMention = clean.includes('@');
  const people = hasMention ? await listCommentPeople(running, actor, access.map, access.standing) : [];
  const allowed = new Set([...people.map(({ id }) => id), ...before]);
  return toStoredText(clean, (id) => allowed.has(id));
}

async function requireWriter(running: Running, { actor }: Writing, mapId: string): Promise<MapAccess> {
  const access = await requireMapAccess(actor, mapId, 'comment', running.database);
  await countAttempt(running, [{ limit: 'comment', who: actorIdOf(actor) }]);
  return access;
}

async function tell(
  running: Running,
  writing: Writing,
  { map }: MapAccess,
  said: { threadId: string; text: string; mentions: readonly string[] },
  others: readonly string[],
): Promise<void> {
  await tellComments(running, map.id, said.threadId, [...others, ...said.mentions]);
  // Nobody waits for a mail server.
  void mailMentions(running, { ...writing, map, ...said });
}

/** Begins a conversation and returns its id. Throws `notFound` (also for a target that the map does not know), `forbidden`, `conflict`, `tooMany`. */
export async function startThread(
  running: Running,
  writing: Writing,
  mapId: string,
  { target, text }: z.output<typeof newThreadSchema>,
  id = newId(),
): Promise<string> {
  const access = await requireWriter(running, writing, mapId);
  const map = await readShownMap(running, access.map.id);
  // A deleted record is one, too: somebody deleted it while somebody else was writing about it.
  const found = findCommentTarget(map, target);
  if (!found) throw new AppError('notFound', 'The map has no such record.', { messageKey: 'commentTargetNotFound' });
  const said = await toComment(running, writing, access, text);
  const place = { targetType: target.type, targetId: target.type === 'map' ? null : target.id, subject: found.subject };
  const comment = { id: newId(), authorId: actorIdOf(writing.actor), ...said };
  await createThread(running.database, { id, mapId: access.map.id, ...place }, comment);
  await tell(running, writing, access, { threadId: id, ...said }, []);
  return id;
}

/** Says something in a conversation; a resolved one is open again. Returns the comment's id. Throws `notFound`, `forbidden`, `conflict`, `tooMany`. */
export async function replyToThread(
  running: Running,
  writing: Writing,
  place: { mapId: string; threadId: string },
  text: string,
  id = newId(),
): Promise<string> {
  const access = await requireWriter(running, writing, place.mapId);
  const thread = await requireThread(running, access.map.id, place.threadId);
  const said = await toComment(running, writing, access, text);
  const authorId = actorIdOf(writing.actor);
  await addComment(running.database, { mapId: access.map.id, threadId: thread.id }, { id, authorId, ...said });
  await tell(running, writing, access, { threadId: thread.id, ...said }, listParticipants(thread));
  return id;
}

/** Says one's own comment differently. Returns its conversation's id. Throws `notFound`, `forbidden` for somebody else's, `conflict`, `tooMany`. */
export async function editComment(
  running: Running,
  writing: Writing,
  place: { mapId: string; commentId: string },
  text: string,
): Promise<string> {
  const access = await requireWriter(running, writing, place.mapId);
  const { thread, comment } = await requireComment(running, access.map.id, place.commentId);
  if (comment.authorId !== actorIdOf(writing.actor)) {
    throw new AppError('forbidden', 'Only its author changes a comment.', { messageKey: 'commentNotYours' });
  }
  // Whoever is addressed already still is, even if they may no longer be addressed anew. The text proves nothing: its author wrote it.
  const before = await listMentionedIn(running.database, comment.id);
  const said = await toComment(running, writing, access, text, before);
  const { added } = await changeComment(running.database, { id: comment.id, ...said });
  await tell(running, writing, access, { threadId: thread.id, text: said.text, mentions: added }, listParticipants(thread));
  return thread.id;
}
