import { z } from 'zod';
import { findActorNames } from '@/lib/data/actorNames';
import { type AuditAction, type AuditRow, auditActions, listAudit } from '@/lib/data/audit';
import type { Database } from '@/lib/data/database';
import { findMapTitles } from '@/lib/data/maps';
import { findMapTemplateNames } from '@/lib/data/mapTemplates';
import { type AuditKind, auditKinds } from './auditKind';

/** What a page of the audit log asks for. `before`: the id of the last entry seen. */
export const auditQuerySchema = z.object({
  kind: z.enum(auditKinds).optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

/** An entry with the names that its ids have today; null for an account, a guest's name or a map that is gone. */
export type NamedAuditEntry = {
  id: string;
  at: Date;
  action: string;
  actorId: string | null;
  actorName: string | null;
  /** Whom it was done to, if anybody. */
  subjectId: string | null;
  subjectName: string | null;
  mapId: string | null;
  mapTitle: string | null;
  /** The template that it is about, where it is about one that is still there. */
  templateName?: string | null;
  detail: Record<string, unknown>;
};

const detailSchema = z.record(z.string(), z.unknown()).catch({});

/** What is listed with a kind: guests come by links, others only look by links, and templates and evidence are the workspace's. */
const relatedKinds: Partial<Record<AuditKind, readonly string[]>> = {
  joinLink: ['guest', 'viewLink'],
  workspace: ['template', 'source', 'evidence', 'category'],
};

const actionsOf = (kind: AuditKind): readonly AuditAction[] =>
  auditActions.filter((action) => [kind, ...(relatedKinds[kind] ?? [])].some((area) => action.startsWith(`${area}.`)));

function subjectOf(row: AuditRow): string | null {
  const { userId } = detailSchema.parse(row.detail);
  return typeof userId === 'string' ? `user:${userId}` : null;
}

function templateOf(row: AuditRow): string | null {
  const { templateId } = detailSchema.parse(row.detail);
  return typeof templateId === 'string' ? templateId : null;
}

async function withNames(db: Database, rows: readonly AuditRow[]): Promise<NamedAuditEntry[]> {
  const names = await findActorNames(
    db,
    rows.flatMap((row) => [row.actorId, subjectOf(row)].filter((id) => id !== null)),
  );
  const titles = await findMapTitles(
    db,
    rows.flatMap(({ mapId }) => mapId ?? []),
  );
  const templates = await findMapTemplateNames(
    db,
    rows.flatMap((row) => templateOf(row) ?? []),
  );
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return rows.map((row) => {
    const subjectId = subjectOf(row);
    return {
      ...{ id: row.id.toString(), at: row.at, action: row.action, actorId: row.actorId, actorName: nameOf(row.actorId) },
      ...{ subjectId, subjectName: nameOf(subjectId) },
      ...{ mapId: row.mapId, mapTitle: row.mapId === null ? null : (titles.get(row.mapId) ?? null) },
      templateName: templates.get(templateOf(row) ?? '') ?? null,
      detail: detailSchema.parse(row.detail),
    };
  });
}

/** Entries on one page. */
const pageSize = 50;

/** A page of a workspace's audit log, newest first; `next` is what the following page begins before, null on the last one. */
export async function readAuditPage(
  db: Database,
  workspaceId: string,
  { kind, before }: z.output<typeof auditQuerySchema>,
  size = pageSize,
): Promise<{ entries: NamedAuditEntry[]; next: string | null }> {
  const rows = await listAudit(db, {
    workspaceId,
    limit: size + 1,
    before: before === undefined ? undefined : BigInt(before),
    actions: kind === undefined ? undefined : actionsOf(kind),
  });
  const entries = await withNames(db, rows.slice(0, size));
  return { entries, next: rows.length > size ? (entries.at(-1)?.id ?? null) : null };
}

/** The whole log, or one kind of it, page by page. */
export async function* readWholeAudit(
  db: Database,
  workspaceId: string,
  kind?: AuditKind,
): AsyncGenerator<NamedAuditEntry[], void, undefined> {
  for (let before: string | undefined; ; ) {
    const { entries, next } = await readAuditPage(db, workspaceId, { kind, before }, 199);
    yield entries;
    if (next === null) return;
    before = next;
  }
}
