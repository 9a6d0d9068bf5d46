import { type Actor, actorIdOf } from '@/lib/access/actor';
import { changeAnswer } from '@/lib/data/evidence/changeAnswer';
import { requireColumns } from '@/lib/data/evidence/columns';
import { isEditedSince, listEntries, noteEdit, noteEntry } from '@/lib/data/evidence/entries';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { addSingleAnswers } from '@/lib/data/evidence/singleAnswers';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import { isTypedIn } from '@/lib/evidence/sourceKind';
import type { Locale } from '@/lib/i18n/locale';
import type { Runtime } from '@/lib/runtime';
import { matchTexts } from '../links/matchTexts';
import { requireKey, rowMarkOf } from '../pseudonym';
import { keptSince } from '../sweepAnswers';
import { tellSources } from '../tellSources';
import { toNumbers } from '../toAnswer';
import type { Entry } from './entryShape';
import { keepsSomething, listEntryColumns, toEntryAnswer } from './toEntryAnswer';

type Running = Pick<Runtime, 'database' | 'events'>;
type Place = { source: SourceRow; locale: Locale };

/** What an entry is known by, once it is stored, by the id that it was made with. */
export const entryIdOf = async (
  running: Pick<Runtime, 'database'>,
  { workspaceId }: Pick<SourceRow, 'workspaceId'>,
  seed: string,
) => rowMarkOf(await requireKey(running, workspaceId), `entry ${seed}`);

const sourceGone = (): AppError => new AppError('notFound', 'The source is gone.', { messageKey: 'sourceNotFound' });
const entryGone = (): AppError => new AppError('notFound', 'There is no such entry.', { messageKey: 'entryNotFound' });
const entryEdited = (): AppError => new AppError('conflict', 'Somebody has edited it.', { messageKey: 'entryEdited' });
const personErased = (): AppError => new AppError('conflict', 'The person was erased.', { messageKey: 'entryPersonErased' });

/** Throws `invalid` for a day that is older than the source keeps answers, or that has not come yet. */
function requireDay({ retentionDays }: SourceRow, day: string): void {
  const now = new Date();
  const since = keptSince(retentionDays, now);
  if (since && Date.parse(`${day}T12:00:00Z`) < since.getTime()) {
    const details = [{ path: 'day', message: 'is older than the source keeps answers' }];
    throw new AppError('invalid', 'The day is too long ago.', {
      messageKey: 'entryTooOld',
      values: { days: retentionDays ?? 0 },
      details,
    });
  }
  // Somewhere it is tomorrow already.
  if (day > new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)) {
    const details = [{ path: 'day', message: 'has not come yet' }];
    throw new AppError('invalid', 'The day has not come yet.', { messageKey: 'entryTooEarly', details });
  }
}

async function prepare(running: Running, { source, locale }: Place, entry: Entry) {
  requireDay(source, entry.day);
  const wanted = listEntryColumns(entry, locale);
  const numbers = toNumbers(wanted, await requireColumns(running.database, source.id, wanted));
  return { numbers, key: await requireKey(running, source.workspaceId) };
}

const writingOf = (actor: Actor, { id, workspaceId }: SourceRow, fingerprint: string, entry: Entry) => ({
  ...{ sourceId: id, workspaceId, fingerprint, actorId: actorIdOf(actor), keepsPersonal: keepsSomething(entry) },
});

/**
 * Writes an entry into a source of interviews or observations, where it counts at once like any answer. Returns what it is known by. Throws `conflict` for other sources and
 * for a person who was erased, `invalid` for a day that the source does not keep.
 */
export async function addEntry(running: Running, actor: Actor, place: Place, entry: Entry, seed: string): Promise<string> {
  const { source } = place;
  if (!isTypedIn(source.kind))
    throw new AppError('conflict', 'Nothing is typed into this source.', { messageKey: 'entriesNotHere' });
  const { slice, answer } = toEntryAnswer(entry, { seed, ...(await prepare(running, place, entry)) });
  const batch = {
    ...{ rowsRead: 1, bytesRead: 0, repeated: 0, expired: 0, rejected: [] },
    ...{ answers: [answer], slices: [slice] },
  };
  const writing = writingOf(actor, source, answer.fingerprint, entry);
  const where = { sourceId: source.id, kind: 'typed', createdBy: 'system' } as const;
  const written = await addSingleAnswers(running.database, where, batch, matchTexts, (tx) => noteEntry(tx, writing));
  if (!written) throw sourceGone();
  if (written.erased > 0) throw personErased();
  await tellSources(running, source.workspaceId, { sourceId: source.id });
  return answer.fingerprint;
}

/** Changes an entry. Throws `notFound`, `conflict` when somebody has edited it since it was seen or the person was erased, and `invalid` like `addEntry`. */
export async function changeEntry(
  running: Running,
  actor: Actor,
  place: Place,
  id: string,
  { seen, ...entry }: Entry & { seen?: string | null | undefined },
): Promise<void> {
  const { source } = place;
  const seenAt = typeof seen === 'string' ? new Date(seen) : seen;
  const [known] = await listEntries(running.database, source.id, [id]);
  // Before the source gets columns for it.
  if (!known) throw entryGone();
  if (isEditedSince(known, seenAt)) throw entryEdited();
  const { slice, answer } = toEntryAnswer(entry, { seed: '', ...(await prepare(running, place, entry)) });
  const writing = writingOf(actor, source, id, entry);
  const problem = await changeAnswer(
    running.database,
    { sourceId: source.id, workspaceId: source.workspaceId, seen: seenAt },
    { slice, answer: { ...answer, fingerprint: id } },
    { findMatches: matchTexts, also: (tx) => noteEdit(tx, writing) },
  );
  if (problem === 'gone') throw entryGone();
  if (problem === 'erased') throw personErased();
  if (problem === 'edited') throw entryEdited();
  await tellSources(running, source.workspaceId, { sourceId: source.id });
}

/** Deletes an entry for good, with its files. Throws `notFound`. */
export async function deleteEntry(running: Running, source: Pick<SourceRow, 'id' | 'workspaceId'>, id: string): Promise<void> {
  const [entry] = await listEntries(running.database, source.id, [id]);
  if (!entry || (await removeAnswers(running.database, source.id, 'one', id)).removed === 0) throw entryGone();
  await tellSources(running, source.workspaceId, { sourceId: source.id });
}
