import { toIdentityReason } from '@/lib/auth/oidc/reasons';
import { signInWays } from '@/lib/auth/oidc/signInWays';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';

/** The sentence about a sign-in at the company that came back without success, from the `error` of the address; null for none. */
export function identityProblem(error: string | string[] | undefined, locale: Locale): string | null {
  const reason = toIdentityReason(error);
  const { company } = signInWays(runtime().env);
  if (reason === null || company === null) return null;
  return translatorOf(locale, 'errors')(reason, { provider: company, minutes: 15 } as never);
}
