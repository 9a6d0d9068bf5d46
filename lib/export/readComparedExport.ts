import type { Actor } from '@/lib/access/actor';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { dateLocale } from '@/lib/i18n/dateLocale';
import { translatorOf } from '@/lib/i18n/translator';
import type { HandPair } from '@/lib/map/compare/matching/matching';
import { withComparedReasons } from '@/lib/map/reasons';
import type { Runtime } from '@/lib/runtime';
import { type ComparedSide, isOneMap, tellsReasons } from '@/lib/versions/comparedSide';
import type { AskedComparison } from '@/lib/versions/comparison';
import { nameSide } from '@/lib/versions/sideName';
import type { ComparedWith } from './comparison/comparedScene';
import { type ExportedMap, readExported } from './exportedMap';
import type { ExportOptions } from './exportRequest';
import type { ExportedFuture } from './future/distance';
import { readExportedFuture } from './future/readExportedFuture';
import type { MapOfFiles } from './readPictures';

type Running = Pick<Runtime, 'database' | 'exporter' | 'imports' | 'liveMaps'>;

/**
 * Reads both states of a comparison for a picture, each as far as the actor may know it, and says which maps have the pictures on them; of a future state that is compared with its baseline, why it
 * differs as well. Throws `notFound` for a map that the actor has no part in and for
 * versions that are not there, `forbidden` for those who may see none.
 */
export async function readComparedExport(
  running: Running,
  actor: Actor,
  ownMapId: string,
  { from, to, pairs }: AskedComparison & { pairs: readonly HandPair[] },
  options: ExportOptions,
): Promise<Omit<ExportedMap, 'version'> & { compared: ComparedWith; pictured: MapOfFiles[]; future: ExportedFuture | null }> {
  const { locale, said } = options;
  const withEvidence = said !== 'none';
  const t = translatorOf(locale, 'comparing');
  const isSameMap = isOneMap(from, to, ownMapId);
  const day = new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date());
  const read = async ({ mapId, state }: ComparedSide) => {
    const access = await requireMapAccess(
      actor,
      mapId ?? ownMapId,
      state === 'live' ? 'export' : 'readVersions',
      running.database,
    );
    const shown = await readExported(running, access, { state, locale, withEvidence });
    return {
      ...shown,
      access,
      mapId: access.map.id,
      name: nameSide(t, {
        ...shown.map.meta,
        ...{ version: shown.version ?? null, foreign: access.map.id !== ownMapId, isAlone: !isSameMap, day },
      }),
    };
  };
  const [before, after] = [await read(from), await read(to)];
  const [earlier, later] = withComparedReasons(tellsReasons(from, to, ownMapId), before.map, after.map);
  const compared = {
    before: earlier,
    evidence: before.evidence,
    from: before.name,
    to: after.name,
    how: { isSameMap, hand: pairs },
  };
  const against = from.state === 'live' ? null : { mapId: from.mapId ?? ownMapId, state: from.state };
  const future = await readExportedFuture(running, actor, after.access, after.map, { ...options, against });
  // What only the earlier state shows is drawn as well. Files of a future state's baseline are the future state's own, too.
  const pictured = [after, before, { ...before, mapId: ownMapId }].map(({ mapId, map }) => ({ mapId, map }));
  return { map: later, evidence: after.evidence, compared, pictured, future };
}
