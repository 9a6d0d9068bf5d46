import { findViewLink } from '@/lib/data/viewLinks';
import type { Runtime } from '@/lib/runtime';
import { readViewToken } from './viewToken';

/**
 * The sites whose pages may frame the map of this link, as a policy writes them; `*` for any, none for a link that is not for that. A link that is
 * over keeps them: what was framed then says so instead of staying white.
 */
export async function findEmbeddingSites(running: Pick<Runtime, 'database' | 'secret'>, token: string): Promise<string[]> {
  const id = readViewToken(token, running.secret);
  const link = id === null ? null : await findViewLink(running.database, id);
  if (!link?.embeddable) return [];
  return link.embedSites === '' ? ['*'] : link.embedSites.split(' ');
}
