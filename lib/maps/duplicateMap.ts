import type { Actor } from '@/lib/access/actor';
import { type Derivation, findFutureState } from '@/lib/data/futureStates';
import type { MapRow } from '@/lib/data/maps';
import { toInputText } from '@/lib/document/plainValue';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import { withoutVotes } from '@/lib/map/withoutVotes';
import type { Runtime } from '@/lib/runtime';
import { listBaselineFiles } from '@/lib/versions/future/baselineFiles';
import { readShownWithTaken } from '@/lib/workshop/shownMap';
import { addMap } from './addMap';

/**
 * A second map with everything that is on this one now, what is being typed included, in the same workspace; what was deleted, said
 * about it and voted for stays behind.
 * The records keep their ids, so that the two can be compared. `title`: by default “Copy of …” in the reader's language. Throws `notFound`, `tooLarge`.
 */
export async function duplicateMap(
  running: Pick<Runtime, 'database' | 'env' | 'events' | 'exporter' | 'liveMaps' | 'log'>,
  actor: Actor,
  map: Pick<MapRow, 'id' | 'workspaceId'>,
  { locale, title, id }: { locale: Locale; title?: string | undefined; id?: string },
): Promise<MapRow> {
  const { map: shown, taken } = await readShownWithTaken(running, map.id);
  const live = withoutVotes(withoutDeleted(shown));
  const say = translatorOf(locale, 'lifecycle');
  const named = live.meta.title.trim();
  const copyTitle = title ?? (named === '' ? '' : say('copyOf', { title: named }));
  const copy = { ...live, meta: { ...live.meta, title: toInputText(copyTitle) } };
  return addMap(running, actor, map.workspaceId, copy, 'copy', id, await derivationOf(running, map.id), taken);
}

/** A copy of a future state is another one from the same baseline, in which is decided what was decided there. Null for maps that were derived from nothing. */
async function derivationOf(running: Pick<Runtime, 'database' | 'exporter' | 'log'>, mapId: string): Promise<Derivation | null> {
  const row = await findFutureState(running.database, mapId);
  if (!row) return null;
  const { mapId: _, ...derivation } = row;
  // What cannot be read now is looked at again by housekeeping; whoever opens the copy is told that its baseline cannot be read.
  const fileIds = await listBaselineFiles(running, row).catch((error) => {
    running.log.error({ err: error, mapId }, 'the baseline of a future state could not be read');
    return null;
  });
  return { ...derivation, decisionsOf: mapId, fileIds };
}
