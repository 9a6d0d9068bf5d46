import { canReadVersions } from '@/lib/access/map';
import type { Standing } from '@/lib/access/standing';
import type { Database } from '@/lib/data/database';
import type { FutureStateRow } from '@/lib/data/futureStates';
import type { MapRow } from '@/lib/data/maps';
import { findVersionMarks } from '@/lib/data/signOffs';
import { AppError } from '@/lib/errors';
import { dateLocale } from '@/lib/i18n/dateLocale';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { MapEvidence } from '@/lib/map/mapEvidence';
import type { Runtime } from '@/lib/runtime';
import { readEvidenceOnMap } from '@/lib/sources/links/readEvidenceOnMap';
import type { ComparedState } from '@/lib/versions/comparedSide';
import { readBase, requireFutureState } from '@/lib/versions/future/readStates';
import { readVersionMap, requireVersion, type StoredVersion } from '@/lib/versions/readVersion';
import { readVersionEvidenceOnMap } from '@/lib/versions/versionEvidenceOnMap';
import { readShownMap } from '@/lib/workshop/shownMap';

/** A map, and what whoever asks may know of it. */
export type ExportAccess = { map: Pick<MapRow, 'id' | 'workspaceId'>; standing: Standing };

/** What is exported: the live map, a version of it by its number, or what it starts from; `version` names it in the caption. */
export type ExportedMap = { map: JourneyMap; evidence: MapEvidence | null; version?: string };

/** Day and name of a version, and that it is a baseline, as a caption says them. */
async function captionOf(db: Database, { id, number, name, createdAt }: StoredVersion, locale: Locale): Promise<string> {
  const say = translatorOf(locale, 'export');
  const format = new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' });
  const version = say('version', { number, name, hasName: name === '' ? 'no' : 'yes', date: format.format(createdAt) });
  const mark = (await findVersionMarks(db, [id])).get(id);
  if (!mark?.signedAt) return version;
  return `${version} · ${say('baseline', { date: format.format(mark.signedAt), count: mark.signed })}`;
}

/** What a future state starts from, as a caption says it. */
function startCaptionOf({ versionNumber: number, versionName: name, versionAt }: FutureStateRow, locale: Locale): string {
  const say = translatorOf(locale, 'export');
  const format = new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' });
  const version = say('version', { number, name, hasName: name === '' ? 'no' : 'yes', date: format.format(versionAt) });
  return say('start', { version });
}

/**
 * Reads what is exported; `withEvidence`: what customers say as well, as far as whoever asks may know it. Throws `notFound`, and `forbidden`
 * when anything but the live map is asked for by somebody who may see no versions.
 */
export async function readExported(
  running: Pick<Runtime, 'database' | 'exporter' | 'imports' | 'liveMaps'>,
  { map: row, standing }: ExportAccess,
  { state, locale, withEvidence }: { state: ComparedState; locale: Locale; withEvidence: boolean },
): Promise<ExportedMap> {
  if (state === 'live') {
    const map = await readShownMap(running, row.id);
    return { map, evidence: withEvidence ? await readEvidenceOnMap(running, row, standing) : null };
  }
  if (!canReadVersions(standing)) throw new AppError('forbidden', 'Versions are not for this role.');
  if (state === 'baseline') {
    const start = await requireFutureState(running.database, row.id);
    return { map: await readBase(running, start), evidence: null, version: startCaptionOf(start, locale) };
  }
  const version = await requireVersion(running.database, row.id, state);
  const map = await readVersionMap(running, version);
  const evidence = withEvidence ? await readVersionEvidenceOnMap(running, row, standing, version, map) : null;
  return { map, evidence, version: await captionOf(running.database, version, locale) };
}
