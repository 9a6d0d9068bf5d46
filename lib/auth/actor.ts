import { headers } from 'next/headers';
import { cache } from 'react';
import type { Actor } from '@/lib/access/actor';
import { AppError } from '@/lib/errors';
import { runtime } from '@/lib/runtime';
import { findActorOfHeaders } from './findActor';

/** Who asks for this page, or null. For pages and layouts; asked once per request, however many components ask. */
export const findActor: () => Promise<Actor | null> = cache(async () => {
  // Before the runtime: while Next builds there is none, and asking for headers tells it that this page is made per request.
  const sent = await headers();
  return findActorOfHeaders(runtime(), sent);
});

/** Who asks for this page. Throws `unauthenticated`. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) throw new AppError('unauthenticated', 'Nobody is signed in.');
  return actor;
}
