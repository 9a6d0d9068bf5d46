import type { AuthOptions, User } from 'next-auth';
import type { CredentialsConfig } from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { AppError } from '@/lib/errors';
import { clientAddress } from '@/lib/http/forwarded';
import { type HeaderReader, isSecure } from '@/lib/http/origin';
import { idSchema } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { guestCredentialsSchema, passwordCredentialsSchema } from './credentials';
import { deviceOf } from './device';
import { findActorOfSession } from './findActor';
import { signInAsGuest } from './guestSignIn';
import { endSession } from './sessionEnd';
import { readSessionId, sessionCookieName, sessionCookieSeconds } from './sessionToken';
import { signInWithPassword } from './signIn';

const tokenSchema = z.object({ sid: idSchema });
/** What authorize() hands to the jwt callback. */
const signedInSchema = z.object({ id: z.string(), sessionId: idSchema });
type SignedIn = User & z.output<typeof signedInSchema>;

/** The company's provider, and how whom it identifies is signed in. */
export type CompanySignIn = {
  provider: OAuthConfig<Record<string, unknown>>;
  enter(claims: Record<string, unknown>): Promise<SignedIn>;
};

/**
 * Runs a sign-in. next-auth puts the message of what authorize() throws into `error` of the browser's answer, so it becomes the key of
 * a sentence in the `errors` messages, and never anything else.
 */
async function authorise(running: Runtime, way: string, signIn: () => Promise<SignedIn>): Promise<SignedIn> {
  const { auth } = running.metrics;
  try {
    const signedIn = await signIn();
    auth.signIn(way, 'succeeded');
    return signedIn;
  } catch (error) {
    auth.signIn(way, error instanceof AppError ? error.messageKey : 'unexpected');
    if (error instanceof AppError) {
      running.log.info({ code: error.code, reason: error.message }, 'sign-in refused');
      throw new Error(error.messageKey);
    }
    running.log.error({ err: error }, 'sign-in failed');
    throw new Error('unexpected');
  }
}

function provider(id: string, authorize: (credentials: unknown) => Promise<SignedIn>): CredentialsConfig {
  return { id, name: id, type: 'credentials', credentials: {}, authorize };
}

/** What the browser may know of the session: who it is, never the session's id. */
function toSession(actor: Actor, expires: string) {
  const user = actor.kind === 'user' ? { name: actor.name, email: actor.email } : { name: actor.name };
  return { user, kind: actor.kind, expires };
}

/**
 * next-auth's options for one request: cookies are named and secured as this request's connection needs it, plain on a workshop's
 * network and `__Secure-` behind https, so one server may be reached both ways. The token holds a session id and nothing else.
 * `company`: for the requests that are about it.
 */
export function nextAuthOptions(running: Runtime, headers: HeaderReader, company?: CompanySignIn): AuthOptions {
  const { env, secret, log } = running;
  const secure = isSecure(headers, env);
  const place = { address: clientAddress(headers), device: deviceOf(headers) };

  const password = provider('password', (credentials) =>
    authorise(running, 'password', async () => {
      const given = passwordCredentialsSchema.safeParse(credentials);
      if (!given.success) throw new AppError('unauthenticated', 'Not an address or password.', { messageKey: 'signInWrong' });
      const previousSessionId = await readSessionId(headers, env, secret);
      const { userId, sessionId } = await signInWithPassword(running, given.data, place);
      if (previousSessionId !== null) await endSession(running, previousSessionId, null);
      return { id: userId, sessionId };
    }),
  );

  const guest = provider('guest', (credentials) =>
    authorise(running, 'guest', async () => {
      const given = guestCredentialsSchema.safeParse(credentials);
      if (!given.success) throw new AppError('invalid', 'Not a name, token or department.');
      const previousSessionId = await readSessionId(headers, env, secret);
      const { guestId, sessionId } = await signInAsGuest(running, given.data, { ...place, previousSessionId });
      return { id: guestId, sessionId };
    }),
  );

  let entered: SignedIn | null = null;
  return {
    secret,
    providers: [password, guest, ...(company ? [company.provider] : [])],
    session: { strategy: 'jwt', maxAge: sessionCookieSeconds },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(secure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    callbacks: {
      async signIn({ account, profile }) {
        if (company && account?.provider === company.provider.id) {
          entered = await authorise(running, 'company', () => company.enter({ ...profile }));
        }
        return true;
      },
      async jwt({ token, user }) {
        const signedIn = signedInSchema.safeParse(entered ?? user);
        if (signedIn.success) return { sid: signedIn.data.sessionId };
        return { sid: tokenSchema.parse(token).sid };
      },
      async session({ session, token }) {
        const actor = await findActorOfSession(running, tokenSchema.parse(token).sid);
        // Thrown on purpose: next-auth then removes the cookie of a session that ended.
        if (!actor) throw new AppError('unauthenticated', 'The session has ended.');
        return toSession(actor, session.expires);
      },
    },
    events: {
      async signOut({ token }) {
        const { success, data } = tokenSchema.safeParse(token);
        if (success) await endSession(running, data.sid, await findActorOfSession(running, data.sid));
      },
    },
    logger: {
      error: (code) => log.debug({ code }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}
