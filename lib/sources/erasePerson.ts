import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { pageAnswersOf } from '@/lib/data/evidence/answers';
import { findPseudonymKey as findKnownKey, listSourceIds, listSourcesToErase, noteErasure } from '@/lib/data/evidence/erasures';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { readSlices } from '@/lib/data/evidence/slices';
import type { Runtime } from '@/lib/runtime';
import type { PlacedAnswer } from './listAnswers';
import { pseudonymsOf, requireKey } from './pseudonym';
import { tellSources } from './tellSources';

/** Whose answers are meant. */
export const personSchema = z.strictObject({
  identifier: z
    .string()
    .max(500)
    .regex(/\S/)
    .describe(
      'What a file calls the person or the answer by: a customer’s number, an e-mail address, an answer’s id. Case and blanks do not count.',
    ),
});

type Running = Pick<Runtime, 'database' | 'events'>;

/** Removes from a source what belongs to erased persons. Returns how many answers went. */
async function eraseFrom(running: Running, { id, workspaceId }: { id: string; workspaceId: string }): Promise<number> {
  const { removed, counted } = await removeAnswers(running.database, id, 'erased', workspaceId);
  if (counted > 0) await tellSources(running, workspaceId, { sourceId: id });
  return removed;
}

/**
 * Erases a person's answers in all sources of a workspace, by what identifies the person. They are refused when they come again, and erased again after a
 * restore. Returns how many answers there were.
 */
export async function erasePerson(
  running: Running,
  actor: Actor,
  workspaceId: string,
  { identifier }: z.output<typeof personSchema>,
): Promise<number> {
  const { database } = running;
  const pseudonyms = pseudonymsOf(await requireKey(running, workspaceId), identifier);
  // First of all: what comes from now on is refused.
  await noteErasure(database, { workspaceId, pseudonyms, actorId: actorIdOf(actor) });
  let removed = 0;
  for (const id of await listSourceIds(database, workspaceId)) removed += await eraseFrom(running, { id, workspaceId });
  return removed;
}

/** Erases what is there (again) of persons who were erased: what came at the very moment. */
export async function eraseAgain(running: Running): Promise<void> {
  for (const source of await listSourcesToErase(running.database)) await eraseFrom(running, source);
}

/** Everything that is stored about a person in a workspace, by source. */
export async function* readPerson(
  { database }: Pick<Runtime, 'database'>,
  workspaceId: string,
  { identifier }: z.output<typeof personSchema>,
): AsyncGenerator<{ sourceId: string; answer: PlacedAnswer }, void, undefined> {
  const key = await findKnownKey(database, workspaceId);
  if (key === null) return;
  const pseudonyms = pseudonymsOf(key, identifier);
  for (const sourceId of await listSourceIds(database, workspaceId)) {
    let slices: Awaited<ReturnType<typeof readSlices>> | undefined;
    for (let after = ''; ; ) {
      const answers = await pageAnswersOf(database, sourceId, pseudonyms, after);
      const last = answers.at(-1);
      if (!last) break;
      slices ??= await readSlices(database, sourceId);
      for (const answer of answers) {
        yield { sourceId, answer: { ...answer, dimensions: slices.get(answer.sliceId) ?? {} } };
      }
      after = last.fingerprint;
    }
  }
}
