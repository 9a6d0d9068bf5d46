import type { Prisma } from '@/lib/generated/prisma/client';
import { appendAudit } from './audit';
import type { Database } from './database';
import { lockWorkspace } from './memberships';

/** A template of a workspace as lists show it. `outline` is what the program wrote, and is judged by who reads it. */
export type MapTemplateRow = {
  id: string;
  workspaceId: string;
  name: string;
  description: string;
  outline: unknown;
  createdAt: Date;
};

const columns = { id: true, workspaceId: true, name: true, description: true, outline: true, createdAt: true } as const;

type Change = { id: string; workspaceId: string; actorId: string };

/** The templates of a workspace, the last made first. */
export function listMapTemplates(db: Database, workspaceId: string): Promise<MapTemplateRow[]> {
  return db.prisma.mapTemplate.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: columns,
  });
}

/** The template with this id, or null when there is none, or its workspace was deleted. Says nothing about who may see it. */
export function findMapTemplate(db: Database, id: string): Promise<MapTemplateRow | null> {
  return db.prisma.mapTemplate.findFirst({ where: { id, workspace: { deletedAt: null } }, select: columns });
}

/** What templates are called. One that was deleted has no entry. */
export async function findMapTemplateNames(db: Database, ids: Iterable<string>): Promise<Map<string, string>> {
  const where = { id: { in: [...new Set(ids)] } };
  const rows = await db.prisma.mapTemplate.findMany({ where, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What is on a template: the canonical JSON of a map. Null when it is gone. */
export async function readMapTemplate(db: Database, id: string): Promise<string | null> {
  return (await db.prisma.mapTemplate.findUnique({ where: { id }, select: { content: true } }))?.content ?? null;
}

export type NewMapTemplate = {
  id: string;
  workspaceId: string;
  name: string;
  description: string;
  outline: Prisma.InputJsonObject;
  content: string;
  createdBy: string;
};

/**
 * Keeps a template of a map, with the audit log's entry. Null when the workspace has `most` of them already; that is counted under the
 * workspace's lock, so that no two people bring in the last one.
 */
export function createMapTemplate(
  db: Database,
  template: NewMapTemplate,
  { mapId, most }: { mapId: string; most: number },
): Promise<MapTemplateRow | null> {
  const { workspaceId } = template;
  return db.prisma.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    if ((await tx.mapTemplate.count({ where: { workspaceId } })) >= most) return null;
    const row = await tx.mapTemplate.create({ data: template, select: columns });
    const detail = { templateId: row.id };
    await appendAudit(tx, { action: 'template.created', actorId: template.createdBy, workspaceId, mapId, detail });
    return row;
  });
}

/** Gives a template another name or description; another name stands in the audit log. Null when it is gone. */
export function changeMapTemplate(
  db: Database,
  { id, workspaceId, actorId, ...data }: Change & { name?: string | undefined; description?: string | undefined },
): Promise<MapTemplateRow | null> {
  return db.prisma.$transaction(async (tx) => {
    const before = await tx.mapTemplate.findUnique({ where: { id }, select: columns });
    if (!before || (data.name === undefined && data.description === undefined)) return before;
    const { name = before.name, description = before.description } = data;
    const [row] = await tx.mapTemplate.updateManyAndReturn({ where: { id }, data: { name, description }, select: columns });
    if (!row) return null;
    if (row.name !== before.name) {
      await appendAudit(tx, { action: 'template.renamed', actorId, workspaceId, detail: { templateId: id } });
    }
    return row;
  });
}

/** Deletes a template for good, with the audit log's entry. False when it was gone already. */
export function deleteMapTemplate(db: Database, { id, workspaceId, actorId }: Change): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.mapTemplate.deleteMany({ where: { id } });
    if (count === 0) return false;
    await appendAudit(tx, { action: 'template.deleted', actorId, workspaceId, detail: { templateId: id } });
    return true;
  });
}
