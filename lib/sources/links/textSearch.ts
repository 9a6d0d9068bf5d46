import { setTimeout as delay } from 'node:timers/promises';
import { addMatches, findPendingSearch, noteSearched, type PendingSearch, pageWritten } from '@/lib/data/evidence/texts';
import type { Runtime } from '@/lib/runtime';
import { type BackgroundWork, startWork } from '../startWork';
import { matchTexts } from './matchTexts';

type Running = Pick<Runtime, 'database' | 'events' | 'log'>;

/**
 * Looks for the words of links in what customers wrote: once for each text and file, in short steps. Wake it when links ask for a new text, and after a
 * file has come in.
 */
export const startTextSearch = (running: Running): BackgroundWork =>
  startWork(running, {
    find: () => findPendingSearch(running.database),
    act: (search, isOver) => lookThrough(running, search, isOver),
    failed: 'what customers wrote could not be looked through',
  });

/** Looks through a file. Broken off, it is begun again: what was found stays found. */
async function lookThrough({ database }: Running, search: PendingSearch, isOver: () => boolean): Promise<void> {
  const { sourceId, importId, texts } = search;
  for (let after = ''; ; ) {
    if (isOver()) return;
    const start = performance.now();
    const answers = await pageWritten(database, importId, after);
    const last = answers.at(-1);
    if (!last) return noteSearched(database, search);
    await addMatches(database, sourceId, matchTexts(answers, texts));
    after = last.fingerprint;
    // The embedded database is one session: as long again it is left to those who edit.
    if (database.kind === 'embedded') await delay(performance.now() - start);
  }
}
