import { type Actor, actorIdOf } from '@/lib/access/actor';
import { appendAudit } from '@/lib/data/audit';
import type { MapRow } from '@/lib/data/maps';
import { translatorOf } from '@/lib/i18n/translator';
import type { Runtime } from '@/lib/runtime';
import { type ExportOptions, type ExportResult, exportExtensions } from './exportRequest';
import { contentDisposition, toFileName } from './fileName';
import { readPictures } from './readPictures';

type Parts = Pick<Runtime, 'liveMaps' | 'exporter' | 'database'>;
export type ExportReport = Pick<ExportResult, 'missing' | 'warnings'>;

/** What a file of the map would lack: characters without a font, type too small for the paper. Throws as `exportMap` does. */
export async function reportOnExport(
  { liveMaps, exporter }: Parts,
  mapId: string,
  options: ExportOptions,
): Promise<ExportReport> {
  const { map } = await liveMaps.read(mapId);
  const { missing, warnings } = await exporter.render({ ...options, map, reportOnly: true });
  return { missing, warnings };
}

/**
 * Makes a file of a map as it stands now, everything that people are typing included, and notes the export in the audit log. The caller
 * has checked that the actor may read the map. `origin`: the installation's address, if it is known. Throws as `Exporter.render` does.
 */
export async function exportMap(
  { liveMaps, exporter, database }: Parts,
  actor: Actor,
  { id, workspaceId }: Pick<MapRow, 'id' | 'workspaceId'>,
  options: ExportOptions,
  origin?: string,
): Promise<{ result: ExportResult; disposition: string }> {
  const { map } = await liveMaps.read(id);
  const pictures = await readPictures(database, id, map, options.format);
  const result = await exporter.render({ ...options, map, pictures, ...(origin === undefined ? {} : { origin }) });
  const { format, scale, paper, deleted, evidenceView } = options;
  const detail = {
    format,
    ...(format === 'png' ? { scale } : {}),
    ...(format === 'pdf' ? { paper } : {}),
    ...(format === 'json' && deleted ? { deleted } : {}),
    ...(format !== 'json' && format !== 'mermaid' && evidenceView ? { evidenceView } : {}),
  };
  await appendAudit(database, { action: 'map.exported', actorId: actorIdOf(actor), workspaceId, mapId: id, detail });
  const fallback = translatorOf(options.locale, 'export')('fileName');
  return { result, disposition: contentDisposition(toFileName(map.meta.title, fallback, exportExtensions[format])) };
}
