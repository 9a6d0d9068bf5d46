import type { ImportKind } from '@/lib/evidence/importKind';
import { newId } from '@/lib/map/id';
import type { Database, Transaction } from '../database';
import { holdCategoryRevision } from './categories';
import { lockSource, raiseRevision } from './sources';
import { holdTexts, type Match, noteEmptySearched, type SearchedText, writeMatches } from './texts';
import { type Batch, type Written, writeSingleAnswers } from './writeAnswers';

/** Says which of the texts that links look for are in which answers. */
export type FindMatches = (answers: Batch['answers'], texts: readonly SearchedText[]) => Match[];

/** Where answers that come in singly belong. */
export type Place = {
  sourceId: string;
  kind: Exclude<ImportKind, 'file'>;
  createdBy: string;
  /** By which state of a workspace's rules they were sorted. */
  sorted?: { workspaceId: string; revision: number } | undefined;
};

/** A row of these is known from a file that is being read, or was taken back and is not gone yet, or the rules have changed: what it comes to shows in a moment. */
export class RowsInMotion extends Error {}

/** Finds the import that this month's single answers of a kind belong to, or makes it. They are taken back together, and looked through together. */
async function requirePlace(tx: Transaction, { sourceId, kind, createdBy, sorted }: Place): Promise<string> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM evidence_import WHERE source_id = ${sourceId} AND kind = ${kind} AND state = 'finished'
      AND created_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
    ORDER BY created_at DESC LIMIT 1`;
  if (found) return found.id;
  const id = newId();
  const now = new Date();
  const ended = { state: 'finished', startedAt: now, endedAt: now, categoryRevision: sorted?.revision ?? 0 };
  await tx.evidenceImport.create({ data: { id, sourceId, kind, createdBy, ...ended, fileName: '', byteCount: 0 } });
  await noteEmptySearched(tx, sourceId, id);
  return id;
}

async function requireSettled(tx: Transaction, sourceId: string, { answers }: Batch): Promise<void> {
  const fingerprints = answers.map(({ fingerprint }) => fingerprint);
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM evidence_response r JOIN evidence_import i ON i.id = r.import_id
    WHERE r.source_id = ${sourceId} AND r.fingerprint = any(${fingerprints}) AND i.state <> 'finished' LIMIT 1`;
  if (rows.length > 0) throw new RowsInMotion('Rows are known from an import that is not settled.');
}

/**
 * Writes answers that came in singly, and count at once, in one short transaction: with what is counted of them, and with the texts that links look for. `findMatches`
 * says which of them are in which answers; `also` happens with it, if any is new. Null when the source is gone. Throws `RowsInMotion`; then nothing was written.
 */
export function addSingleAnswers(
  db: Database,
  place: Place,
  batch: Batch,
  findMatches: FindMatches,
  also: (tx: Transaction) => Promise<void> = async () => undefined,
): Promise<(Written & { importId: string }) | null> {
  const { sourceId } = place;
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    if ((await tx.evidenceSource.count({ where: { id: sourceId, deletedAt: null } })) === 0) return null;
    const { sorted } = place;
    if (sorted && !(await holdCategoryRevision(tx, sorted.workspaceId, sorted.revision))) {
      throw new RowsInMotion('The rules have changed.');
    }
    const importId = await requirePlace(tx, place);
    const written = await writeSingleAnswers(tx, importId, batch);
    if (!written) return null;
    await requireSettled(tx, sourceId, batch);
    const fresh = new Set(written.fresh);
    const answers = batch.answers.filter(({ fingerprint }) => fresh.has(fingerprint));
    if (answers.length > 0) {
      await writeMatches(tx, sourceId, findMatches(answers, await holdTexts(tx, sourceId)));
      await raiseRevision(tx, sourceId, [importId]);
      await also(tx);
    }
    return { ...written, importId };
  });
}
