import type { Env } from '@/lib/env';

/** By what people can sign in here. `company`: what they call the company's provider; null where there is none. */
export type SignInWays = { password: boolean; company: string | null };

/** The ways in that are configured; one at least. */
export function signInWays(env: Pick<Env, 'PASSWORD_SIGN_IN' | 'OIDC_ISSUER' | 'OIDC_NAME'>): SignInWays {
  return { password: env.PASSWORD_SIGN_IN, company: env.OIDC_ISSUER === undefined ? null : env.OIDC_NAME };
}
