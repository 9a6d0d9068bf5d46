import { appendAudit } from '@/lib/data/audit';
import { type Entered, enterByIdentity, type IdentityEntry } from '@/lib/data/identitySignIn';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { findActorOfSession } from '../findActor';
import { publishRevoked } from '../sessionEnd';
import { sessionExpiry } from '../sessionExpiry';
import { findFirstOwnerSetting } from '../setup';
import type { SignInPlace } from '../signIn';
import { type Claims, readClaims } from './claims';

type Running = Pick<Runtime, 'database' | 'env' | 'events'>;

export type IdentitySignInFrom = SignInPlace & {
  locale: Locale;
  previousSessionId: string | null;
  /** The set-up code that this browser has given, for the first account. */
  setupCode: string | null;
};

const hour = 60 * 60 * 1000;

/** Of two sign-ins of one new person at once, the second finds at its second try what the first has made. */
async function enter(running: Running, entry: IdentityEntry): Promise<Entered> {
  try {
    return await enterByIdentity(running.database, entry);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    return enterByIdentity(running.database, entry);
  }
}

async function toEntry(
  running: Running,
  { issuer, claims }: { issuer: string; claims: Claims },
  from: IdentitySignInFrom,
  now: Date,
): Promise<IdentityEntry> {
  const { env, database } = running;
  const { subject, email, name, role } = readClaims(claims, env);
  const endsAt = new Date(now.getTime() + env.OIDC_SESSION_HOURS * hour);
  const previous = from.previousSessionId === null ? null : await findActorOfSession(running, from.previousSessionId);
  const setting = from.setupCode === null ? null : await findFirstOwnerSetting(database, from.setupCode);
  return {
    identity: { issuer, subject },
    newcomer: email === null ? null : { email, name, locale: from.locale },
    claimedRole: role,
    newcomerRole: env.OIDC_DEFAULT_ROLE ?? null,
    workspaceId: env.OIDC_WORKSPACE ?? null,
    signedInUserId: previous?.kind === 'user' ? previous.userId : null,
    firstOwner: setting && { setting, workspaceName: translatorOf(from.locale, 'mail')('workspaceOf', { name }) },
    session: { id: newId(24), expiresAt: sessionExpiry(env, 'user', { now, latest: endsAt }), endsAt, device: from.device },
  };
}

/**
 * Signs in whom the provider has identified, and tells what changed by it: roles, ended sessions. `issuer`: as the provider spells it.
 * Throws `forbidden` with a reason for the person.
 */
export async function signInByIdentity(
  running: Running,
  identified: { issuer: string; claims: Claims },
  from: IdentitySignInFrom,
): Promise<{ userId: string; sessionId: string }> {
  try {
    const entry = await toEntry(running, identified, from, new Date());
    const { userId, endedSessionIds, changedWorkspaceIds } = await enter(running, entry);
    for (const workspaceId of changedWorkspaceIds) await running.events.publish({ kind: 'access.changed', workspaceId, userId });
    await publishRevoked(running, endedSessionIds);
    return { userId, sessionId: entry.session.id };
  } catch (error) {
    const reason = error instanceof AppError ? error.messageKey : 'unexpected';
    await appendAudit(running.database, { action: 'signIn.failed', actorId: null, detail: { by: 'identity', reason } });
    throw error;
  }
}
