import { findBlob, readBlob } from '@/lib/data/blobs';
import { joinBytes } from '@/lib/data/chunks';
import type { Database } from '@/lib/data/database';
import { listMapFilesById, type MapFileRow } from '@/lib/data/mapFiles';
import { listShownFiles } from '@/lib/document/usedFiles';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { ExportFormat } from './exportRequest';
import type { PictureBytes } from './pen';

/** A file with more bytes of pictures than this is nothing to send around. */
const mostPdfBytes = 48 * 1024 * 1024;
/** All pictures lie in memory at once, twice. Beyond this the rest are boxes. */
const mostBytes = 96 * 1024 * 1024;

const isPrintable = (mediaType: string): mediaType is PictureBytes['mediaType'] =>
  mediaType === 'image/png' || mediaType === 'image/jpeg';

async function readPicture(db: Database, hash: string): Promise<PictureBytes | null> {
  const blob = await findBlob(db, hash);
  if (!blob || !isPrintable(blob.mediaType)) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBlob(db, blob)) chunks.push(chunk);
  return { bytes: joinBytes(chunks), mediaType: blob.mediaType };
}

/** A state of a map, and the map that has the files on it. */
export type MapOfFiles = { mapId: string; map: JourneyMap };

/** The pictures that these show, each once. */
async function listPictures(db: Database, shown: readonly MapOfFiles[]): Promise<MapFileRow[]> {
  const found = new Map<string, MapFileRow>();
  for (const { mapId, map } of shown) {
    const wanted = listShownFiles(map).filter((id) => !found.has(id));
    for (const file of wanted.length === 0 ? [] : await listMapFilesById(db, mapId, wanted)) {
      if (file.width !== null) found.set(file.id, file);
    }
  }
  return [...found.values()];
}

/**
 * The pictures that a map, or each of several, shows, for a file of it: as large as cards show them, and for a PDF, which may become a poster, as large as they are
 * stored, unless it would become too large. None for files that show no pictures.
 */
export async function readPictures(
  db: Database,
  shown: readonly MapOfFiles[],
  format: ExportFormat,
): Promise<Map<string, PictureBytes>> {
  const pictures = new Map<string, PictureBytes>();
  if (format === 'json' || format === 'mermaid') return pictures;
  const files = await listPictures(db, shown);
  const isLarge = format === 'pdf' && files.reduce((sum, { size }) => sum + size, 0) <= mostPdfBytes;
  const hashOf = (file: MapFileRow): string => (isLarge ? file.hash : (file.smallHash ?? file.hash));
  let bytes = 0;
  for (const file of files) {
    const picture = bytes < mostBytes ? await readPicture(db, hashOf(file)) : null;
    if (!picture) continue;
    bytes += picture.bytes.length;
    pictures.set(file.id, picture);
  }
  return pictures;
}
