import type { MapFileRow } from '@/lib/data/mapFiles';

/** What is told of a file: what an attachment on a card says of it. */
export function toMapFileBody({ id, name, mediaType, size, width, height }: MapFileRow) {
  return { fileId: id, name, mediaType, size, ...(width === null || height === null ? {} : { width, height }) };
}
