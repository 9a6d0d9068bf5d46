import type { Actor } from '@/lib/access/actor';
import { canReadVersions } from '@/lib/access/map';
import { findFutureState } from '@/lib/data/futureStates';
import { dateLocale } from '@/lib/i18n/dateLocale';
import { translatorOf } from '@/lib/i18n/translator';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import { isStartOf } from '@/lib/versions/comparedSide';
import { describeOrigin } from '@/lib/versions/future/describeFuture';
import { readBase } from '@/lib/versions/future/readStates';
import type { ExportAccess } from '../exportedMap';
import type { ExportOptions } from '../exportRequest';
import { readAnsweredEvidence } from './answeredEvidence';
import type { ExportedFuture } from './distance';

type Running = Pick<Runtime, 'database' | 'exporter'>;

/** A version of a map, or what a future state keeps of that (`baseline`), as something may be compared with it. */
export type VersionSide = { mapId: string; state: number | 'baseline' };

/**
 * What a future state (`map`, as it is exported) was derived from, for the sheets that say how far it is from that, and why. Null for other maps and formats, when
 * it is not wanted, for whoever may not see versions, when what was on the version never came here, and when the map is compared with
 * something else (`against`).
 */
export async function readExportedFuture(
  running: Running,
  actor: Actor,
  access: ExportAccess,
  map: JourneyMap,
  { format, reasons, locale, said, against }: ExportOptions & { against?: VersionSide | null | undefined },
): Promise<ExportedFuture | null> {
  const { database } = running;
  if (format !== 'pdf' || !reasons || against === null || !canReadVersions(access.standing)) return null;
  const row = await findFutureState(database, access.map.id);
  if (!row || row.contentBlob === null) return null;
  if (against && !isStartOf(against, row.mapId, { mapId: row.sourceMapId, number: row.versionNumber })) return null;
  const base = await readBase(running, row);
  const { source, version, wasBaseline, isBaseline, fromFile } = await describeOrigin(
    database,
    actor,
    row,
    access.map.workspaceId,
  );
  const told = fromFile ? 'distance.signedByFile' : 'distance.signed';
  const standing = isBaseline ? 'distance.signed' : wasBaseline ? told : 'distance.unsigned';
  const say = translatorOf(locale, 'export');
  const { number, name } = version;
  const date = new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(version.at));
  const called = say('version', { number, name, hasName: name === '' ? 'no' : 'yes', date });
  const origin = [
    say('distance.startsFrom', { version: called, map: source.title.trim() || translatorOf(locale, 'comparing')('untitled') }),
    say(standing),
  ];
  return { map, base, origin, evidence: await readAnsweredEvidence(database, access, { map, base }, { locale, said }) };
}
