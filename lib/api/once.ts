import { createHmac } from 'node:crypto';
import type { UserActor } from '@/lib/auth/asUser';
import { forgetCreation, isIdTaken, markCreated, noteCreation } from '@/lib/data/idempotentCreations';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';

/** The key under which a program may ask for a creation again, and what it asked. */
export type OnceKey = { key: string; fingerprint: string };

/** What an Idempotency-Key may be. */
export const onceKeyForm = /^[\x21-\x7e]{1,255}$/;

/**
 * The Idempotency-Key of a request with a hash of all that it asks for; null without one. The hash is keyed by the installation's secret: a request
 * may hold a password, which must not be guessed from what is stored. Throws `invalid` for an unusable key.
 */
export function readOnceKey(request: Request, body: Uint8Array, secret: string): OnceKey | null {
  const key = request.headers.get('idempotency-key');
  if (key === null) return null;
  if (!onceKeyForm.test(key)) {
    const details = [{ path: 'Idempotency-Key', message: 'must be 1 to 255 printable ASCII characters without spaces' }];
    throw new AppError('invalid', 'The Idempotency-Key cannot be used.', { details });
  }
  const { pathname, search } = new URL(request.url);
  const fingerprint = createHmac('sha256', secret).update(`${request.method} ${pathname}${search}\n`).update(body).digest('hex');
  return { key, fingerprint };
}

/**
 * Makes a record, or finds the one that an earlier call with the same key made. The id is noted before the record is made: whoever asks
 * again after a crash or a lost answer gets that record, and never a second one. Throws `conflict` when the key was used for another
 * request, or its record is gone.
 */
export async function createOnce<Made>(
  { runtime, actor, once }: { runtime: Pick<Runtime, 'database'>; actor: UserActor; once: OnceKey | null },
  { newId, find, make }: { newId: () => string; find: (id: string) => Promise<Made | null>; make: (id: string) => Promise<Made> },
): Promise<Made> {
  if (once === null) return make(newId());
  const noted = await noteCreation(runtime.database, { userId: actor.userId, ...once, resourceId: newId() });
  if (noted.fingerprint !== once.fingerprint) {
    throw new AppError('conflict', 'The Idempotency-Key was used for another request.', { messageKey: 'idempotencyKeyUsed' });
  }
  const made = noted.isNew ? null : await find(noted.resourceId);
  if (made) {
    // After a crash right behind its making.
    if (!noted.done) await markCreated(runtime.database, actor.userId, once.key);
    return made;
  }
  if (noted.done) throw gone();
  const fresh = await makeOnce(noted.resourceId, { find, make }, () => forgetCreation(runtime.database, actor.userId, once.key));
  await markCreated(runtime.database, actor.userId, once.key);
  return fresh;
}

/** What was made, by this call or by the same one at the same time. `onFailure` runs when nothing was. */
async function makeOnce<Made>(
  id: string,
  { find, make }: { find: (id: string) => Promise<Made | null>; make: (id: string) => Promise<Made> },
  onFailure: () => Promise<void>,
): Promise<Made> {
  try {
    return await make(id);
  } catch (error) {
    // The same call, made twice at once: the other one was quicker.
    const others = await find(id).catch(() => null);
    if (others) return others;
    // It was made, and lies in the bin or is closed by now: the key stays used.
    if (isIdTaken(error)) throw gone(error);
    await onFailure();
    throw error;
  }
}

function gone(cause?: unknown): AppError {
  const messageKey = 'idempotencyKeyGone';
  return new AppError('conflict', 'What was made under the Idempotency-Key is gone.', { messageKey, cause });
}
