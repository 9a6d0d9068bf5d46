import { removeDeliveries } from '@/lib/data/evidence/deliveries';
import { removeRejections } from '@/lib/data/evidence/imports';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { sweepSlices } from '@/lib/data/evidence/slices';
import { listKeptSources } from '@/lib/data/evidence/sources';
import { forgetTexts } from '@/lib/data/evidence/texts';
import type { Runtime } from '@/lib/runtime';
import { eraseAgain } from './erasePerson';
import { tellSources } from './tellSources';

const day = 24 * 60 * 60_000;

/** So many days texts are looked for that no map was shown with. */
const textsKept = 30;

/** The moment before which a source keeps no answers; null when it keeps all. */
export const keptSince = (retentionDays: number | null, now: Date): Date | null =>
  retentionDays === null ? null : new Date(now.getTime() - retentionDays * day);

/** Days that the reasons of rejected rows are kept: they say what stood in a cell, and in a cell of the wrong column that may be anything. */
const rejectionsKept = 30;

/** Days that it is known what came to a webhook. What a delivery brought is known longer, by the answers. */
const deliveriesKept = 30;

/**
 * Removes what is known of old deliveries, texts that no link asks for, answers that are older than their sources keep them, answers of erased persons, and dimensions that nothing has
 * any more.
 */
export async function sweepAnswers(
  running: Pick<Runtime, 'database' | 'events'>,
  { now = new Date(), isOver = () => false }: { now?: Date; isOver?: () => boolean } = {},
): Promise<void> {
  const { database } = running;
  await removeDeliveries(database, new Date(now.getTime() - deliveriesKept * day));
  await forgetTexts(database, new Date(now.getTime() - textsKept * day));
  await eraseAgain(running);
  for (const { id, workspaceId, retentionDays } of await listKeptSources(database)) {
    if (isOver()) return;
    const since = keptSince(retentionDays, now);
    if (since) {
      const dated = await removeAnswers(database, id, 'before', since.toISOString());
      const undated = await removeAnswers(database, id, 'undatedBefore', since.toISOString());
      if (dated.counted + undated.counted > 0) await tellSources(running, workspaceId, { sourceId: id });
    }
    const rejectedSince = new Date(now.getTime() - Math.min(retentionDays ?? rejectionsKept, rejectionsKept) * day);
    await removeRejections(database, id, rejectedSince);
    await sweepSlices(database, id);
  }
}
