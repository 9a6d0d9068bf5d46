import { findViewLink, type ViewLinkRow } from '@/lib/data/viewLinks';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { type Attempt, countAttempt, forgiveAttempt } from './limits';
import { verifyPassword } from './password';
import { isViewProof, readViewToken, toViewProof } from './viewToken';

type Running = Pick<Runtime, 'database' | 'env' | 'secret' | 'metrics'>;

/** A view link that shows its map now. */
export type OpenViewLink = Pick<ViewLinkRow, 'id' | 'mapId' | 'passwordHash' | 'embeddable' | 'embedSites'>;

/**
 * The view link of a token. Tokens that this installation never made are counted, by address, and answered like those of a map that is gone:
 * trying tells nothing. Whoever holds a real one is told when it is closed or over. Throws `notFound` and `tooMany`.
 */
export async function requireViewLink(running: Running, token: string, address: string): Promise<OpenViewLink> {
  const id = readViewToken(token, running.secret);
  if (id === null) await countAttempt(running, [{ limit: 'join.wrong', who: address }]);
  const link = id === null ? null : await findViewLink(running.database, id);
  if (!link) throw new AppError('notFound', 'No such view link.', { messageKey: 'viewLinkUnknown' });
  if (link.revokedAt) throw new AppError('notFound', 'The view link is closed.', { messageKey: 'viewLinkClosed' });
  if (link.expiresAt && link.expiresAt <= new Date()) {
    throw new AppError('notFound', 'The view link is over.', { messageKey: 'viewLinkExpired' });
  }
  return link;
}

/** The same for the map itself: where there is a password, `proof` must show that it was known. Throws `forbidden`, too. */
export async function requireOpenedViewLink(
  running: Running,
  token: string,
  { address, proof }: { address: string; proof: string | null },
): Promise<OpenViewLink> {
  const link = await requireViewLink(running, token, address);
  const { id, passwordHash } = link;
  if (passwordHash !== null && !isViewProof(proof ?? '', { id, passwordHash }, running.secret)) {
    throw new AppError('forbidden', 'The link has a password.', { messageKey: 'viewPasswordNeeded' });
  }
  return link;
}

/** Opens a link that has a password: returns what shows from then on that it was known. Throws as the others, `forbidden` when it is wrong. */
export async function openByPassword(
  running: Running,
  token: string,
  { address, password }: { address: string; password: string },
): Promise<string> {
  const { id, passwordHash } = await requireViewLink(running, token, address);
  // A link without a password has nothing to prove; the proof is judged by nobody.
  if (passwordHash === null) return '';
  const attempts: Attempt[] = [
    { limit: 'view.passwordAtAddress', who: `${id} ${address}` },
    { limit: 'view.password', who: id },
  ];
  await countAttempt(running, attempts);
  const { matches } = await verifyPassword(password, passwordHash);
  if (!matches) throw new AppError('forbidden', 'Another password.', { messageKey: 'viewPasswordWrong' });
  await forgiveAttempt(running, attempts);
  return toViewProof({ id, passwordHash }, running.secret);
}
