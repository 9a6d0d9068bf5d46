import { z } from 'zod';
import { methodsOf, type Reckoning, reckoningSchema } from '@/lib/evidence/scoreMethod';
import { type ScoreScale, scoreScaleSchema } from '@/lib/evidence/scoreScale';
import type { Prisma } from '@/lib/generated/prisma/client';
import { appendAudit } from '../audit';
import type { Database, Transaction } from '../database';
import { lockSource } from './sources';

export const columnKinds = ['score', 'verbatim', 'personal'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** What was asked, or is known of who answered. Values of answers are stored by its number. */
export type EvidenceColumn = { number: number; name: string; label: string } & (
  | ({ kind: 'score' } & Reckoning)
  | { kind: 'verbatim' | 'personal' }
);

/** A column as a file has it. */
export type WantedColumn = { kind: ColumnKind; name: string; label: string; scale?: ScoreScale };

type Stored = { number: number; kind: string; name: string; label: string; scale: unknown; method: unknown };

const columns = { number: true, kind: true, name: true, label: true, scale: true, method: true } as const;

/** What is stored is read with care: a column that cannot be understood is left out. */
function toColumns({ kind, scale, method, ...row }: Stored): EvidenceColumn[] {
  if (kind === 'verbatim' || kind === 'personal') return [{ ...row, kind }];
  const reckoning = reckoningSchema.safeParse({ scale, method });
  return kind === 'score' && reckoning.success ? [{ ...row, kind, ...reckoning.data }] : [];
}

/** The columns of a source, in the order in which they came. */
export async function listColumns(db: Database | Transaction, sourceId: string): Promise<EvidenceColumn[]> {
  const prisma = 'prisma' in db ? db.prisma : db;
  const where = { sourceId };
  const rows = await prisma.evidenceColumn.findMany({ where, orderBy: { number: 'asc' }, select: columns });
  return rows.flatMap(toColumns);
}

const keyOf = (column: { kind: string; name: string; scale?: ScoreScale }): string => {
  const { metric, min, max, direction } = column.scale ?? {};
  return JSON.stringify([column.kind, column.name, metric, min, max, direction]);
};

/**
 * Finds the numbers of columns, in their order, and adds those that the source has not had yet. The same question on another scale is another
 * column: the same number means something else there.
 */
export function requireColumns(db: Database, sourceId: string, wanted: readonly WantedColumn[]): Promise<number[]> {
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    const found = await tx.evidenceColumn.findMany({ where: { sourceId }, orderBy: { number: 'asc' }, select: columns });
    const numbers = new Map(found.flatMap(toColumns).map((column) => [keyOf(column), column.number]));
    let last = found.at(-1)?.number ?? 0;
    const data: Prisma.EvidenceColumnCreateManyInput[] = [];
    for (const { scale: given, ...column } of wanted) {
      const scale = given && scoreScaleSchema.parse(given);
      const key = keyOf({ ...column, ...(scale ? { scale } : {}) });
      if (numbers.has(key)) continue;
      numbers.set(key, ++last);
      data.push({ ...column, sourceId, number: last, ...(scale ? { scale, method: methodsOf(scale)[0] } : {}) });
    }
    await tx.evidenceColumn.createMany({ data });
    return wanted.map((column) => numbers.get(keyOf(column)) ?? 0);
  });
}

/** A plan that was remembered, with another scale for a column that had this one. What cannot be understood stays. */
function rescale(plan: unknown, { name, scale: before }: EvidenceColumn & { kind: 'score' }, scale: ScoreScale): unknown {
  const parsed = rememberedSchema.safeParse(plan);
  if (!parsed.success) return plan;
  const keyOfScale = (of: unknown): string => JSON.stringify(scoreScaleSchema.safeParse(of).data ?? null);
  const columns = parsed.data.columns.map((column) =>
    column.name === name && column.role.kind === 'score' && keyOfScale(column.role.scale) === keyOfScale(before)
      ? { ...column, role: { ...column.role, scale } }
      : column,
  );
  return { ...parsed.data, columns };
}

const rememberedSchema = z.looseObject({
  columns: z.array(z.looseObject({ name: z.string(), role: z.looseObject({ kind: z.string(), scale: z.unknown().optional() }) })),
});

/**
 * Corrects the scale of a column, or how it is reckoned, with the audit log's entry. The plans that are remembered read the next files on the same scale, and so do those of files that wait,
 * which would otherwise bring a column of their own. Null when the source has no such column of scores; `taken` when another column asks the same on that
 * scale.
 */
export function changeReckoning(
  db: Database,
  { id: sourceId, workspaceId }: { id: string; workspaceId: string },
  number: number,
  { scale, method }: Reckoning,
  actorId: string,
): Promise<EvidenceColumn | 'taken' | null> {
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    const all = await listColumns(tx, sourceId);
    const column = all.find((one) => one.number === number);
    if (column?.kind !== 'score') return null;
    const changed = { ...column, scale, method };
    if (all.some((one) => one.number !== number && keyOf(one) === keyOf(changed))) return 'taken';
    await tx.evidenceColumn.updateMany({ where: { sourceId, number }, data: { scale, method } });
    for (const { shape, plan } of await tx.evidencePlan.findMany({ where: { sourceId }, select: { shape: true, plan: true } })) {
      const data = { plan: JSON.parse(JSON.stringify(rescale(plan, column, scale))) };
      await tx.evidencePlan.updateMany({ where: { sourceId, shape }, data });
    }
    const waiting = { sourceId, state: { in: ['queued', 'running'] } };
    for (const { id, plan } of await tx.evidenceImport.findMany({ where: waiting, select: { id: true, plan: true } })) {
      const data = { plan: JSON.parse(JSON.stringify(rescale(plan, column, scale))) };
      await tx.evidenceImport.updateMany({ where: { id }, data });
    }
    await tx.evidenceSource.updateMany({ where: { id: sourceId }, data: { revision: { increment: 1 } } });
    await appendAudit(tx, { action: 'source.changed', actorId, workspaceId, detail: { sourceId, column: number } });
    return changed;
  });
}
