import { type Actor, actorIdOf } from '@/lib/access/actor';
import { countAttempt } from '@/lib/auth/limits';
import { findActorNames } from '@/lib/data/actorNames';
import type { Database } from '@/lib/data/database';
import type { MapRow } from '@/lib/data/maps';
import { findMembership } from '@/lib/data/memberships';
import { findUser, type UserRow } from '@/lib/data/users';
import { type Locale, localeSchema } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { sendMail } from '@/lib/mail/mailer';
import type { Runtime } from '@/lib/runtime';
import { isReadBy } from './commentPeople';
import { listMentioned, toReadableText } from './commentText';

/** So much of a comment stands in the mail; the rest is read on the map. */
const longest = 1_000;

/** The account behind an actor, if there is one that reads comments in this workspace and is not locked. */
async function findReader(database: Database, workspaceId: string, actorId: string): Promise<UserRow | null> {
  if (!actorId.startsWith('user:')) return null;
  const userId = actorId.slice(5);
  // Whoever left since must not get by mail what is said there now.
  const membership = await findMembership(database, workspaceId, userId);
  const user = membership && isReadBy(membership) ? await findUser(database, userId) : null;
  return user?.disabledAt === null ? user : null;
}

/**
 * Writes to the account holders whom a comment addresses, each in their language, where mail is configured. Never throws: whoever is addressed
 * has it in the inbox anyway. `base`: the address that links begin with.
 */
export async function mailMentions(
  running: Pick<Runtime, 'database' | 'env' | 'log' | 'metrics'>,
  {
    actor,
    map,
    threadId,
    text,
    mentions,
    base,
    locale,
  }: {
    actor: Actor;
    map: Pick<MapRow, 'id' | 'title' | 'workspaceId'>;
    threadId: string;
    text: string;
    mentions: readonly string[];
    base: string;
    locale: Locale;
  },
): Promise<void> {
  const { database, env, log } = running;
  const own = actorIdOf(actor);
  if (env.SMTP_URL === undefined) return;
  try {
    const names = await findActorNames(database, listMentioned(text));
    const words = toReadableText(text, (id) => names.get(id) ?? '…');
    const excerpt = words.length > longest ? `${words.slice(0, longest).replace(/[\ud800-\udbff]$/, '')} …` : words;
    for (const actorId of mentions) {
      const user = actorId === own ? null : await findReader(database, map.workspaceId, actorId);
      if (!user) continue;
      await countAttempt(running, [{ limit: 'mail', who: own }]);
      const language = localeSchema.safeParse(user.locale).data ?? locale;
      const say = translatorOf(language, 'mail');
      const title = map.title.trim() === '' ? translatorOf(language, 'canvas')('untitledMap') : map.title;
      const values = { name: actor.name, map: title, text: excerpt, url: `${base}/maps/${map.id}?comment=${threadId}` };
      await sendMail(running, { to: user.email, subject: say('mention.subject', values), text: say('mention.text', values) });
    }
  } catch (error) {
    log.warn({ err: error }, 'those whom a comment addresses could not all be written to');
  }
}
