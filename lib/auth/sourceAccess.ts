import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/operation';
import type { WorkspaceNeed } from '@/lib/access/workspace';
import type { Database } from '@/lib/data/database';
import { findImport, type ImportRow } from '@/lib/data/evidence/imports';
import { findSource, type SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';
import { findWorkspaceAccess } from './workspaceAccess';

/** What can be done with a source. */
export type SourceNeed = Extract<
  WorkspaceNeed,
  'workspace.manageSources' | 'workspace.importAnswers' | 'workspace.readFigures' | 'workspace.readAnswers'
>;

async function findSourceFor(actor: Actor | null, sourceId: string, need: SourceNeed, db: Database): Promise<SourceRow | null> {
  const found = actor?.kind === 'user' && idSchema.safeParse(sourceId).success ? await findSource(db, sourceId) : null;
  const access = found && (await findWorkspaceAccess(db, actor, found.workspaceId));
  if (!found || !access) return null;
  if (!can(access.standing, need)) throw new AppError('forbidden', `The role ${access.role} does not allow ${need}.`);
  return found;
}

/**
 * A source, for an actor who may do this with it. Throws `notFound` when there is none, or none for this actor: the two look the same from outside;
 * `forbidden` for a member with too little.
 */
export async function requireSourceAccess(
  actor: Actor | null,
  sourceId: string,
  need: SourceNeed,
  db: Database,
): Promise<SourceRow> {
  const found = await findSourceFor(actor, sourceId, need, db);
  if (!found) throw new AppError('notFound', 'No such source for this actor.', { messageKey: 'sourceNotFound' });
  return found;
}

/** A file of a source, likewise. */
export async function requireImportAccess(
  actor: Actor | null,
  importId: string,
  db: Database,
): Promise<{ row: ImportRow; source: SourceRow }> {
  const row = actor?.kind === 'user' && idSchema.safeParse(importId).success ? await findImport(db, importId) : null;
  const source = row && (await findSourceFor(actor, row.sourceId, 'workspace.importAnswers', db));
  if (!row || !source) throw new AppError('notFound', 'No such import for this actor.', { messageKey: 'importNotFound' });
  return { row, source };
}
