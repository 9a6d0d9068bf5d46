import { type Actor, actorIdOf } from '@/lib/access/actor';
import { countAttempt } from '@/lib/auth/limits';
import type { MapRow } from '@/lib/data/maps';
import { findMembership } from '@/lib/data/memberships';
import { findUser, type UserRow } from '@/lib/data/users';
import { type Locale, localeSchema } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { sendMail } from '@/lib/mail/mailer';
import type { Runtime } from '@/lib/runtime';

/** Who acts, and what links in mails begin with. */
export type Acting = { actor: Actor; base: string; locale: Locale };

/** What is told: that a signature is wanted, that somebody objects, that everybody has signed, or that it was withdrawn. */
export type SignOffNews = 'wanted' | 'objected' | 'completed' | 'withdrawn';

type Running = Pick<Runtime, 'database' | 'env' | 'log' | 'metrics'>;

async function findReader({ database }: Running, workspaceId: string, actorId: string): Promise<UserRow | null> {
  if (!actorId.startsWith('user:')) return null;
  const userId = actorId.slice(5);
  // Whoever left since must not get by mail what goes on there now.
  const user = (await findMembership(database, workspaceId, userId)) && (await findUser(database, userId));
  return user?.disabledAt === null ? user : null;
}

/** Writes to account holders, each in their language, where mail is configured. Never throws: it stands in the inbox and on the map anyway. */
export async function mailSignOff(
  running: Running,
  { actor, base, locale }: Acting,
  map: Pick<MapRow, 'id' | 'title' | 'workspaceId'>,
  { news, number, text, to }: { news: SignOffNews; number: number; text: string; to: readonly string[] },
): Promise<void> {
  const own = actorIdOf(actor);
  if (running.env.SMTP_URL === undefined) return;
  try {
    for (const actorId of new Set(to)) {
      const user = actorId === own ? null : await findReader(running, map.workspaceId, actorId);
      if (!user) continue;
      await countAttempt(running, [{ limit: 'mail', who: own }]);
      const language = localeSchema.safeParse(user.locale).data ?? locale;
      const say = translatorOf(language, 'mail');
      const title = map.title.trim() === '' ? translatorOf(language, 'canvas')('untitledMap') : map.title;
      const url = `${base}/maps/${map.id}${news === 'withdrawn' ? '' : `?version=${number}`}`;
      const values = { name: actor.name, map: title, number, text, hasText: text === '' ? 'no' : 'yes', url };
      await sendMail(running, {
        to: user.email,
        subject: say(`signOff.${news}.subject`, values),
        text: say(`signOff.${news}.text`, values),
      });
    }
  } catch (error) {
    running.log.warn({ err: error }, 'those whom a sign-off concerns could not all be written to');
  }
}
