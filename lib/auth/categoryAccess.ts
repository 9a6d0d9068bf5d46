import type { Actor } from '@/lib/access/actor';
import type { Database } from '@/lib/data/database';
import { findCategoryHome, findRuleHome } from '@/lib/data/evidence/categories';
import { idSchema } from '@/lib/map/id';
import { categoryGone } from '@/lib/sources/categories/manageCategories';
import { ruleGone } from '@/lib/sources/categories/manageRules';
import { findWorkspaceAccess, requireWorkspaceAccess } from './workspaceAccess';

type Home = { id: string; workspaceId: string };

async function requireHome(actor: Actor | null, id: string, home: string | null, gone: () => Error, db: Database): Promise<Home> {
  if (home === null || !(await findWorkspaceAccess(db, actor, home))) throw gone();
  const { workspace } = await requireWorkspaceAccess(actor, home, 'workspace.manageSources', db);
  return { id, workspaceId: workspace.id };
}

/** A category, for an actor who may change it. Throws `notFound` when there is none, or none for this actor; `forbidden` for a member with too little. */
export async function requireCategoryAccess(actor: Actor | null, id: string, db: Database): Promise<Home> {
  const home = idSchema.safeParse(id).success ? await findCategoryHome(db, id) : null;
  return requireHome(actor, id, home, categoryGone, db);
}

/** A rule, likewise. */
export async function requireRuleAccess(actor: Actor | null, id: string, db: Database): Promise<Home> {
  const home = idSchema.safeParse(id).success ? await findRuleHome(db, id) : null;
  return requireHome(actor, id, home, ruleGone, db);
}
