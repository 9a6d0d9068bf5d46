import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { findActorOfHeaders } from '@/lib/auth/findActor';
import { createInvitation } from '@/lib/data/invitations';
import { newId } from '@/lib/map/id';
import type { Browser } from '../../../builders/browser';
import { origin } from '../../../builders/callRoute';
import type { DatabaseKind } from '../../../builders/database';
import { client, OidcProvider } from '../../../builders/oidcProvider';
import { addPerson, addWorkspace, type Person } from '../../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../../builders/testRuntime';

export const redirectUri = `${origin}/api/auth/callback/oidc`;

/** What the provider says of an account whose address it has confirmed. */
export const confirmed = (email: string, more: object = {}) => ({ email, email_verified: true, name: 'Somebody', ...more });

type Company = { provider: OidcProvider; server: TestRuntime; olga: Person; workspaceId: string };

async function startCompany(kind: DatabaseKind): Promise<Company> {
  const provider = await OidcProvider.start([redirectUri]);
  const settings = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'Firm login',
    OIDC_ALLOWED_DOMAINS: 'example.org, xn--bcher-kva.example',
    OIDC_ROLE_CLAIM: 'realm_access.roles',
    OIDC_ROLES: 'admins=owner,cx-team=editor,readers=viewer',
    SIGN_IN_ATTEMPTS: '100',
  };
  const server = await startTestRuntime(settings, kind);
  const olga = await addPerson(server.running, 'Olga');
  return { provider, server, olga, workspaceId: await addWorkspace(server.running, olga) };
}

/** A provider, a server that trusts it and a workspace of Olga's, for all tests of a `describe`. */
export function useCompany(kind: DatabaseKind) {
  let started: Company | undefined;
  const requireCompany = (): Company => {
    if (!started) throw new Error('the company has not been started');
    return started;
  };
  beforeAll(async () => {
    started = await startCompany(kind);
  });
  afterAll(async () => {
    await started?.server.stop();
    await started?.provider.stop();
  });
  beforeEach(() => {
    const { provider } = requireCompany();
    provider.claimsInIdToken = true;
    provider.tamper = null;
  });

  const prisma = () => requireCompany().server.running.database.prisma;
  const whoIs = (browser: Browser) =>
    findActorOfHeaders(requireCompany().server.running, new Headers({ host: new URL(origin).host, cookie: browser.cookie }));
  return {
    get provider(): OidcProvider {
      return requireCompany().provider;
    },
    get server(): TestRuntime {
      return requireCompany().server;
    },
    get olga(): Person {
      return requireCompany().olga;
    },
    get workspaceId(): string {
      return requireCompany().workspaceId;
    },
    prisma,
    whoIs,
    membershipOf(userId: string) {
      const { workspaceId } = requireCompany();
      return prisma().membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } });
    },
    invite(email: string, role: 'editor' | 'viewer' = 'editor', expiresAt = new Date(Date.now() + 3_600_000)) {
      const { server, workspaceId, olga } = requireCompany();
      const invitedBy = `user:${olga.actor.userId}`;
      return createInvitation(server.running.database, { workspaceId, email, role, tokenHash: newId(40), expiresAt, invitedBy });
    },
    async expectNobody(browser: Browser): Promise<void> {
      expect(browser.cookieNames).not.toContain('next-auth.session-token');
      expect(await whoIs(browser)).toBeNull();
    },
  };
}
