import { findActorNames } from '@/lib/data/actorNames';
import { findAnswer } from '@/lib/data/evidence/answers';
import { listColumns } from '@/lib/data/evidence/columns';
import { type EntryRow, listEntries } from '@/lib/data/evidence/entries';
import { type EntryFileRow, listEntryFiles } from '@/lib/data/evidence/entryFiles';
import { readSlices } from '@/lib/data/evidence/slices';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { segmentDimension } from '../toSlice';
import type { Entry } from './entryShape';
import { entryColumns, segmentColumn } from './toEntryAnswer';

/** Who typed an answer in, when, and what is with it. */
export type EntryNote = Omit<EntryRow, 'authorId'> & { author: string | null; files: EntryFileRow[] };

/** What is noted of those of some answers that were typed in, by their ids. */
export async function readEntryNotes(
  { database }: Pick<Runtime, 'database'>,
  sourceId: string,
  ids: readonly string[],
): Promise<Map<string, EntryNote>> {
  const rows = ids.length === 0 ? [] : await listEntries(database, sourceId, ids);
  if (rows.length === 0) return new Map();
  const files = await listEntryFiles(database, sourceId, ids);
  const names = await findActorNames(
    database,
    rows.map(({ authorId }) => authorId),
  );
  return new Map(
    rows.map(({ authorId, ...row }) => [
      row.fingerprint,
      { ...row, author: names.get(authorId) ?? null, files: files.filter(({ fingerprint }) => fingerprint === row.fingerprint) },
    ]),
  );
}

/** An entry as it can be edited. Throws `notFound`. */
export async function requireEntry(
  running: Pick<Runtime, 'database'>,
  sourceId: string,
  id: string,
): Promise<{ entry: Entry; note: EntryNote }> {
  const { database } = running;
  const answer = await findAnswer(database, sourceId, id);
  const note = (await readEntryNotes(running, sourceId, [id])).get(id);
  if (!answer || !note) throw new AppError('notFound', 'There is no such entry.', { messageKey: 'entryNotFound' });
  const numbers = new Map((await listColumns(database, sourceId)).map(({ name, number }) => [name, String(number)]));
  const valueIn = <Value>(values: Record<string, Value>, name: string): Value | null => values[numbers.get(name) ?? ''] ?? null;
  const dimensions = (await readSlices(database, sourceId)).get(answer.sliceId) ?? {};
  const entry = {
    day: answer.day,
    who: valueIn(answer.personal, entryColumns.who),
    segment: dimensions[segmentDimension(segmentColumn)] ?? null,
    channel: dimensions.channel ?? null,
    touchpoint: dimensions.touchpoint ?? null,
    text: valueIn(answer.verbatims, entryColumns.text) ?? '',
    satisfaction: valueIn(answer.scores, entryColumns.satisfaction),
    keepsPersonal: note.keepsPersonal,
  };
  return { entry, note };
}
