import { signIn } from 'next-auth/react';
import { RequestError } from '../request';

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
  if (answer?.ok && !answer.error) return;
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
