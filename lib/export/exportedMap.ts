import { canReadVersions } from '@/lib/access/map';
import type { Standing } from '@/lib/access/standing';
import type { Database } from '@/lib/data/database';
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
import { readVersionMap, requireVersion, type StoredVersion } from '@/lib/versions/readVersion';
import { readVersionEvidenceOnMap } from '@/lib/versions/versionEvidenceOnMap';
import { readShownMap } from '@/lib/workshop/shownMap';

/** A map, and what whoever asks may know of it. */
export type ExportAccess = { map: Pick<MapRow, 'id' | 'workspaceId'>; standing: Standing };

/** What is exported: the live map, or a version of it by its number; `version` names it in the caption. */
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

/**
 * Reads what is exported; `withEvidence`: what customers say as well, as far as whoever asks may know it. Throws `notFound`, and `forbidden`
 * when a version is asked for by somebody who may see none.
 */
export async function readExported(
  running: Pick<Runtime, 'database' | 'exporter' | 'imports' | 'liveMaps'>,
  { map: row, standing }: ExportAccess,
  { number, locale, withEvidence }: { number: number | null; locale: Locale; withEvidence: boolean },
): Promise<ExportedMap> {
  if (number === null) {
    const map = await readShownMap(running, row.id);
    return { map, evidence: withEvidence ? await readEvidenceOnMap(running, row, standing) : null };
  }
  if (!canReadVersions(standing)) throw new AppError('forbidden', 'Versions are not for this role.');
  const version = await requireVersion(running.database, row.id, number);
  const map = await readVersionMap(running, version);
  const evidence = withEvidence ? await readVersionEvidenceOnMap(running, row, standing, version, map) : null;
  return { map, evidence, version: await captionOf(running.database, version, locale) };
}
