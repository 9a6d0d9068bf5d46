import { generateNKeysBetween } from 'fractional-indexing';
import { z } from 'zod';
import type { Category } from '@/lib/evidence/categories/category';
import { type CategoryRule, ruleWordsSchema } from '@/lib/evidence/categories/categoryRule';
import { type AuditInput, appendAudit } from '../audit';
import { clientOf, type Database, type Transaction } from '../database';
import { lockWorkspace } from '../memberships';

/** The categories and rules of a workspace. `revision` grows with every change of them. */
export type CategorySet = { revision: number; categories: Category[]; rules: CategoryRule[] };

const names = z.array(z.string()).catch([]);

/** Reads the categories of a workspace, deleted ones as well, and its rules. What cannot be understood (a newer version wrote it) is left out. */
export async function readCategorySet(db: Database | Transaction, workspaceId: string): Promise<CategorySet> {
  const read = async (tx: Transaction | Database): Promise<CategorySet> => {
    const client = clientOf(tx);
    const workspace = await client.workspace.findUnique({ where: { id: workspaceId }, select: { categoryRevision: true } });
    const categories = await client.evidenceCategory.findMany({ where: { workspaceId } });
    const rules = await client.evidenceRule.findMany({ where: { workspaceId } });
    return {
      revision: workspace?.categoryRevision ?? 0,
      categories: categories.map(({ id, parentId, name, aliases, place, deletedAt, movedTo }) => ({
        ...{ id, parentId, name, movedTo, order: place, isDeleted: deletedAt !== null },
        aliases: names.parse(aliases),
      })),
      rules: rules.flatMap(({ id, categoryId, place, any, none, words }) => {
        const said = ruleWordsSchema.safeParse({ any, none, words });
        return said.success ? [{ id, categoryId, order: place, ...said.data }] : [];
      }),
    };
  };
  // Read between two changes: the revision is asked for again.
  for (;;) {
    const found = await read(db);
    if ((await findCategoryRevision(db, workspaceId)) === found.revision) return found;
  }
}

/** The revision of a workspace's categories and rules. */
export async function findCategoryRevision(db: Database | Transaction, workspaceId: string): Promise<number> {
  const where = { id: workspaceId };
  return (await clientOf(db).workspace.findUnique({ where, select: { categoryRevision: true } }))?.categoryRevision ?? 0;
}

/** Whether the rules still are those of a revision; until the transaction ends nobody changes them. */
export async function holdCategoryRevision(tx: Transaction, workspaceId: string, revision: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ revision: number }[]>`
    SELECT category_revision AS revision FROM workspace WHERE id = ${workspaceId} FOR SHARE`;
  return row?.revision === revision;
}

/** What is changed of categories and rules: rows that are new, changed or taken away. */
export type CategoryChange = {
  newCategories?: readonly Pick<Category, 'id' | 'parentId' | 'name' | 'aliases' | 'order'>[];
  changedCategories?: readonly (Pick<Category, 'id'> & Partial<Pick<Category, 'parentId' | 'name' | 'aliases' | 'order'>>)[];
  deletedCategories?: { ids: readonly string[]; movedTo: string | null };
  newRules?: readonly CategoryRule[];
  changedRules?: readonly (Pick<CategoryRule, 'id'> & Partial<CategoryRule>)[];
  deletedRules?: readonly string[];
};

/**
 * Changes the categories and rules of a workspace, with the audit log's entry: `decide` is told what they are, under the workspace's lock, and says what is to change.
 * What it throws is thrown.
 */
export function changeCategories<Result>(
  db: Database,
  workspaceId: string,
  entry: Pick<AuditInput, 'action' | 'actorId' | 'detail'>,
  decide: (set: CategorySet) => { change: CategoryChange; result: Result },
): Promise<Result> {
  return db.prisma.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const { change, result } = decide(await readCategorySet(tx, workspaceId));
    await applyChange(tx, workspaceId, change);
    await tx.workspace.updateMany({ where: { id: workspaceId }, data: { categoryRevision: { increment: 1 } } });
    await appendAudit(tx, { ...entry, workspaceId });
    return result;
  });
}

async function applyChange(tx: Transaction, workspaceId: string, change: CategoryChange): Promise<void> {
  const {
    newCategories = [],
    changedCategories = [],
    deletedCategories,
    newRules = [],
    changedRules = [],
    deletedRules,
  } = change;
  if (deletedCategories) {
    const { ids, movedTo } = deletedCategories;
    const where = { workspaceId, id: { in: [...ids] } };
    await tx.evidenceCategory.updateMany({ where, data: { deletedAt: new Date(), movedTo } });
    await tx.evidenceRule.deleteMany({ where: { workspaceId, categoryId: { in: [...ids] } } });
  }
  if (deletedRules) await tx.evidenceRule.deleteMany({ where: { workspaceId, id: { in: [...deletedRules] } } });
  await tx.evidenceCategory.createMany({
    data: newCategories.map(({ order, aliases, ...category }) => ({
      ...category,
      aliases: [...aliases],
      place: order,
      workspaceId,
    })),
  });
  for (const { id, order, aliases, ...data } of changedCategories) {
    const more = {
      ...(order === undefined ? {} : { place: order }),
      ...(aliases === undefined ? {} : { aliases: [...aliases] }),
    };
    await tx.evidenceCategory.updateMany({ where: { workspaceId, id }, data: { ...data, ...more } });
  }
  await tx.evidenceRule.createMany({ data: newRules.map(({ order, ...rule }) => ({ ...rule, place: order, workspaceId })) });
  for (const { id, order, ...data } of changedRules) {
    const more = order === undefined ? {} : { place: order };
    await tx.evidenceRule.updateMany({ where: { workspaceId, id }, data: { ...data, ...more } });
  }
}

/** Keys by which so many records stand between two others; null for an open end. */
export const ordersBetween = (before: string | null, behind: string | null, count: number): string[] =>
  generateNKeysBetween(before, behind, count);

/** The workspace of a category or a rule that is there, or null. Says nothing about who may see it. */
export async function findCategoryHome(db: Database, id: string): Promise<string | null> {
  const where = { id, deletedAt: null, workspace: { deletedAt: null } };
  return (await db.prisma.evidenceCategory.findFirst({ where, select: { workspaceId: true } }))?.workspaceId ?? null;
}

export async function findRuleHome(db: Database, id: string): Promise<string | null> {
  const where = { id, workspace: { deletedAt: null } };
  return (await db.prisma.evidenceRule.findFirst({ where, select: { workspaceId: true } }))?.workspaceId ?? null;
}
