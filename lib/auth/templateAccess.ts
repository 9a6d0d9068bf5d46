import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/operation';
import type { Database } from '@/lib/data/database';
import { findMapTemplate, type MapTemplateRow } from '@/lib/data/mapTemplates';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';
import { findWorkspaceAccess } from './workspaceAccess';

/**
 * A workspace's template, for an actor who may read (`readTemplates`) or change it (`manageTemplates`). Throws `notFound` when there is none, or
 * none for this actor: the two look the same from outside; `forbidden` for a member with too little.
 */
export async function requireTemplateAccess(
  actor: Actor | null,
  templateId: string,
  need: 'workspace.readTemplates' | 'workspace.manageTemplates',
  db: Database,
): Promise<MapTemplateRow> {
  const found = actor?.kind === 'user' && idSchema.safeParse(templateId).success ? await findMapTemplate(db, templateId) : null;
  const access = found && (await findWorkspaceAccess(db, actor, found.workspaceId));
  if (!found || !access) {
    throw new AppError('notFound', 'No such template for this actor.', { messageKey: 'templateNotFound' });
  }
  if (!can(access.standing, need)) throw new AppError('forbidden', `The role ${access.role} does not allow ${need}.`);
  return found;
}
