import { getCsrfToken, signIn } from 'next-auth/react';
import { z } from 'zod';
import { forgetKeptPages } from '@/lib/offline/shelf';
import { RequestError, toRequestError } from '../request';

/** Why a sign-in failed: a `reason` of the errors messages where the server gave one. */
export class SignInError extends Error {
  override name = 'SignInError';
}

async function signInBy(provider: 'password' | 'guest', credentials: Record<string, string>): Promise<void> {
  let answer: Awaited<ReturnType<typeof signIn>> | undefined;
  try {
    answer = await signIn(provider, { redirect: false, ...credentials });
  } catch {
    throw new RequestError('offline', null);
  }
  // What this device kept was for whoever was signed in before.
  if (answer?.ok && !answer.error) return forgetKeptPages().catch(() => undefined);
  if (answer?.error) throw new SignInError(answer.error);
  throw new RequestError('unexpected', null);
}

/** Signs an account holder in. Throws `SignInError` (wrong, or too many attempts) and `RequestError`. */
export function signInWithPassword(credentials: { email: string; password: string }): Promise<void> {
  return signInBy('password', credentials);
}

/** Lets a guest into the map of a join link. Throws `SignInError` and `RequestError`. */
export function signInAsGuest(credentials: { token: string; name: string; departmentId: string }): Promise<void> {
  return signInBy('guest', credentials);
}

const leadSchema = z.object({ url: z.string() });

/** Leaves this page for the company's sign-in, or for wherever the server leads instead. `next`: the path to come back to. Throws `RequestError`. */
export async function goToCompanySignIn(next: string): Promise<void> {
  const csrfToken = await getCsrfToken();
  let response: Response;
  try {
    const body = new URLSearchParams({ csrfToken: csrfToken ?? '', callbackUrl: next, json: 'true' });
    response = await fetch('/api/auth/signin/oidc', { method: 'POST', body, cache: 'no-store' });
  } catch {
    throw new RequestError('offline', null);
  }
  if (!response.ok) throw await toRequestError(response);
  const answer = leadSchema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw new RequestError('unexpected', null);
  window.location.assign(answer.data.url);
}
