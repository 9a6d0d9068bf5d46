import { z } from 'zod';
import { guestRoles, roleSchema } from './access/standing';
import { count, flag } from './settingKinds';

const isLoopback = (hostname: string) => /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);

/** Microsoft's issuers that stand for no one company: whoever has any account there could sign in. */
function isForEveryTenant(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { hostname, pathname } = new URL(issuer);
  const isMicrosoft = /(^|\.)(microsoftonline\.(com|us|cn)|windows\.net|chinacloudapi\.cn)$/.test(hostname);
  return isMicrosoft && /^\/+(common|organizations|consumers)(\/|$)/i.test(pathname);
}

/** https, or this very machine: whoever can change what the provider says can be anybody. */
const issuer = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !/[?#]/.test(value),
    'must be an address such as https://login.example.org/realms/company',
  )
  .refine((value) => {
    if (!URL.canParse(value)) return true;
    const { protocol, hostname } = new URL(value);
    return protocol === 'https:' || isLoopback(hostname);
  }, 'must begin with https://, except on localhost')
  .refine(
    (value) => !isForEveryTenant(value),
    'must name your own tenant (https://login.microsoftonline.com/<tenant id>/v2.0): this one lets the accounts of every other company in',
  )
  .optional();

const anyDomain = '*';
const domains = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
  .refine(
    (names) => names.every((name) => name === anyDomain || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name)),
    'must be domains such as example.org,example.com (names with umlauts in their xn-- form), or *',
  )
  .optional();

/** `admins=owner,cx-team=editor`; with `;` between the entries, values may hold commas. The last `=` counts. */
const roles = z
  .string()
  .transform((text, context) =>
    text
      .split(text.includes(';') ? ';' : ',')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const at = part.lastIndexOf('=');
        const value = part.slice(0, Math.max(at, 0)).trim();
        const role = roleSchema.safeParse(part.slice(at + 1).trim());
        if (value !== '' && role.success) return { value, role: role.data };
        context.addIssue({ code: 'custom', message: 'must be values with roles such as admins=owner,cx-team=editor' });
        return z.NEVER;
      }),
  )
  .optional();

/** The settings about how people sign in. Part of lib/env.ts. */
export const signInSettings = {
  PASSWORD_SIGN_IN: flag.default(true),
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().trim().min(1).max(40, 'must be at most 40 characters').default('Single Sign-On'),
  OIDC_SCOPE: z
    .string()
    .refine((value) => value.split(/\s+/).includes('openid'), 'must contain openid')
    .default('openid email profile'),
  OIDC_ALLOWED_DOMAINS: domains,
  OIDC_TRUST_EMAIL: flag.default(false),
  OIDC_ROLE_CLAIM: z.string().min(1).optional(),
  OIDC_ROLES: roles,
  OIDC_DEFAULT_ROLE: z.enum(guestRoles, 'must be editor, commenter or viewer').optional(),
  OIDC_WORKSPACE: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'must be the id in the address of its members page')
    .optional(),
  OIDC_SESSION_HOURS: count(168, 1, 24 * 365),
};

const settingsSchema = z.object(signInSettings);
type SignInSettings = z.output<typeof settingsSchema>;

/** Whether an e-mail domain may use the company's sign-in. */
export function isAllowedDomain(domain: string, allowed: SignInSettings['OIDC_ALLOWED_DOMAINS']): boolean {
  return allowed === undefined || allowed.includes(anyDomain) || allowed.includes(domain);
}

/** What does not fit together in the settings about sign-in, as one sentence for whoever starts the server; null when all of it does. */
export function findSignInProblem(env: SignInSettings): string | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLE_CLAIM, OIDC_ROLES, OIDC_DEFAULT_ROLE } = env;
  if (OIDC_ISSUER !== undefined && OIDC_CLIENT_ID === undefined) {
    return 'The setting OIDC_CLIENT_ID is missing: OIDC_ISSUER is given, and the provider knows this server by its client id.';
  }
  if (OIDC_ISSUER === undefined && (OIDC_CLIENT_ID ?? OIDC_CLIENT_SECRET) !== undefined) {
    return 'The setting OIDC_ISSUER is missing: a client of it is given.';
  }
  if (OIDC_ISSUER === undefined && !env.PASSWORD_SIGN_IN) {
    return 'The setting PASSWORD_SIGN_IN=false cannot be used without OIDC_ISSUER: nobody could sign in any more.';
  }
  if ((OIDC_ROLE_CLAIM === undefined) !== (OIDC_ROLES === undefined)) {
    const [given, missing] = OIDC_ROLES === undefined ? ['OIDC_ROLE_CLAIM', 'OIDC_ROLES'] : ['OIDC_ROLES', 'OIDC_ROLE_CLAIM'];
    return `The setting ${missing} is missing: ${given} has no meaning without it.`;
  }
  if (OIDC_DEFAULT_ROLE !== undefined && env.OIDC_ALLOWED_DOMAINS === undefined) {
    return 'The setting OIDC_ALLOWED_DOMAINS is missing: OIDC_DEFAULT_ROLE lets newcomers in without an invitation, so say of which domains (* for whoever the provider knows).';
  }
  return null;
}
