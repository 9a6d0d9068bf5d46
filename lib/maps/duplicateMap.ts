import type { Actor } from '@/lib/access/actor';
import type { MapRow } from '@/lib/data/maps';
import { toInputText } from '@/lib/document/plainValue';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import type { Runtime } from '@/lib/runtime';
import { addMap } from './addMap';

/**
 * A second map with everything that is on this one now, what is being typed included, in the same workspace; what was deleted stays behind.
 * The records keep their ids, so that the two can be compared. `title`: by default “Copy of …” in the reader's language. Throws `notFound`, `tooLarge`.
 */
export async function duplicateMap(
  running: Pick<Runtime, 'database' | 'env' | 'events' | 'liveMaps'>,
  actor: Actor,
  map: Pick<MapRow, 'id' | 'workspaceId'>,
  { locale, title, id }: { locale: Locale; title?: string | undefined; id?: string },
): Promise<MapRow> {
  const live = withoutDeleted((await running.liveMaps.read(map.id)).map);
  const say = translatorOf(locale, 'lifecycle');
  const named = live.meta.title.trim();
  const copyTitle = title ?? (named === '' ? '' : say('copyOf', { title: named }));
  const copy = { ...live, meta: { ...live.meta, title: toInputText(copyTitle) } };
  return addMap(running, actor, map.workspaceId, copy, 'copy', id);
}
