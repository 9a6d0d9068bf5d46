import { type Actor, actorIdOf } from '@/lib/access/actor';
import { appendAudit } from '@/lib/data/audit';
import { findMap } from '@/lib/data/maps';
import { AppError } from '@/lib/errors';
import { translatorOf } from '@/lib/i18n/translator';
import type { FileBaseline } from '@/lib/interchange/fileBaseline';
import { parsePairs } from '@/lib/map/compare/matching/matching';
import type { Runtime } from '@/lib/runtime';
import { type AskedComparison, writeComparison } from '@/lib/versions/comparison';
import { fileBaselineOf } from '@/lib/versions/future/fileBaselineOf';
import type { ComparedWith } from './comparison/comparedScene';
import { type ExportAccess, type ExportedMap, readExported } from './exportedMap';
import { type ExportFormat, type ExportOptions, type ExportResult, exportExtensions } from './exportRequest';
import { contentDisposition, toFileName } from './fileName';
import type { ExportedFuture } from './future/distance';
import { readExportedFuture } from './future/readExportedFuture';
import { readComparedExport } from './readComparedExport';
import { type MapOfFiles, readPictures } from './readPictures';

type Parts = Pick<Runtime, 'liveMaps' | 'exporter' | 'database' | 'imports' | 'log'>;

const isPicture = (format: ExportFormat): boolean => format === 'pdf' || format === 'png' || format === 'svg';

/**
 * `version`: the number of the version that is exported in place of the live map. `compare` (pictures): the two states of which what lies between them
 * is shown, `pairs`: what of them is the same by somebody’s judgement.
 */
export type ExportChoice = ExportOptions & {
  version?: number | undefined;
  compare?: AskedComparison | undefined;
  pairs?: string | undefined;
};

/** What goes into a file; `pictured`: the maps of which it shows pictures, where that is not this one alone. */
type ReadState = ExportedMap & {
  compared?: ComparedWith;
  pictured?: readonly MapOfFiles[];
  start?: FileBaseline | null | undefined;
  future?: ExportedFuture | null;
};

async function read(
  running: Parts,
  actor: Actor,
  access: ExportAccess,
  { version, compare, pairs = '', ...options }: ExportChoice,
): Promise<ReadState> {
  const { locale, format, said } = options;
  if (compare) {
    if (!isPicture(format)) {
      throw new AppError('invalid', 'Only pictures show a comparison.', { messageKey: 'exportComparedPicture' });
    }
    return readComparedExport(running, actor, access.map.id, { ...compare, pairs: parsePairs(pairs) }, options);
  }
  const withEvidence = isPicture(format) && said !== 'none';
  const shown = await readExported(running, access, { state: version ?? 'live', locale, withEvidence });
  if (format === 'json') return { ...shown, start: await fileBaselineOf(running, access, { withContent: options.baseline }) };
  return { ...shown, future: await readExportedFuture(running, actor, access, shown.map, options) };
}

export type ExportReport = Pick<ExportResult, 'missing' | 'warnings'>;

/** What a file of the map would lack: characters without a font, type too small for the paper. Throws as `exportMap` does. */
export async function reportOnExport(
  running: Parts,
  actor: Actor,
  access: ExportAccess,
  { version, compare, pairs, ...options }: ExportChoice,
): Promise<ExportReport> {
  const { pictured: _, ...shown } = await read(running, actor, access, { version, compare, pairs, ...options });
  const { missing, warnings } = await running.exporter.render({ ...options, ...shown, reportOnly: true });
  return { missing, warnings };
}

/**
 * Makes a file of a map as it stands now, everything that people are typing included but what a silent round hides, or of a version of it, and notes the export in the audit log. The caller
 * has checked that the actor may read the map; what customers say is in it as far as the actor may know it. `origin`: the installation's address, if it is known. Throws as `Exporter.render` does.
 */
export async function exportMap(
  running: Parts,
  actor: Actor,
  access: ExportAccess,
  { version, compare, pairs, ...options }: ExportChoice,
  origin?: string,
): Promise<{ result: ExportResult; disposition: string }> {
  const { id, workspaceId } = access.map;
  const { pictured, ...shown } = await read(running, actor, access, { version, compare, pairs, ...options });
  const pictures = await readPictures(running.database, pictured ?? [{ mapId: id, map: shown.map }], options.format);
  const result = await running.exporter.render({
    ...{ ...options, ...shown, pictures },
    ...(origin === undefined ? {} : { origin }),
  });
  const { format, scale, paper, deleted, evidenceView, said } = options;
  const detail = {
    format,
    ...(version === undefined || compare ? {} : { version }),
    ...(compare ? { compare: writeComparison(compare) } : {}),
    ...(format === 'png' ? { scale } : {}),
    ...(format === 'pdf' ? { paper } : {}),
    ...(format === 'json' && deleted ? { deleted } : {}),
    ...(shown.start?.content ? { baseline: true } : {}),
    ...(isPicture(format) && evidenceView ? { evidenceView } : {}),
    ...(shown.evidence ? { said } : {}),
  };
  const entry = { action: 'map.exported', actorId: actorIdOf(actor), detail } as const;
  await appendAudit(running.database, { ...entry, workspaceId, mapId: id });
  // What is compared with it leaves its own workspace, too.
  const others = new Set([compare?.from.mapId, compare?.to.mapId].filter((other) => other != null && other !== id));
  for (const other of others) {
    const map = other ? await findMap(running.database, other) : null;
    if (map) await appendAudit(running.database, { ...entry, workspaceId: map.workspaceId, mapId: map.id });
  }
  const say = translatorOf(options.locale, 'export');
  const title = shown.map.meta.title.trim() || say('fileName');
  const whole = version === undefined ? title : say('versionFileName', { title, number: version });
  const name = compare ? say('comparedFileName', { title }) : whole;
  return { result, disposition: contentDisposition(toFileName(name, say('fileName'), exportExtensions[format])) };
}
