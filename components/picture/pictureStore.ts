import type { PictureBytes } from '@/lib/export/pen';

/** Pictures of cards that have come, by their files' ids, and what draws them. */
export type PictureStore = {
  bytes: ReadonlyMap<string, PictureBytes>;
  bitmapOf(bytes: Uint8Array): ImageBitmap | null;
  subscribe(listener: () => void): () => void;
  /** Fetches what is not here yet. What cannot be had stays a box. */
  want(fileIds: readonly string[]): void;
  close(): void;
};

/** Fetches pictures, a few at a time. `fetchPicture` answers null for what cannot be had. */
export function createPictureStore(fetchPicture: (fileId: string) => Promise<Blob | null>): PictureStore {
  const bytes = new Map<string, PictureBytes>();
  const bitmaps = new Map<Uint8Array, ImageBitmap>();
  const asked = new Set<string>();
  const waiting: string[] = [];
  const listeners = new Set<() => void>();
  let running = 0;
  let closed = false;

  const load = async (fileId: string): Promise<void> => {
    const blob = await fetchPicture(fileId).catch(() => null);
    const mediaType = blob?.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
    const bitmap = blob && (await createImageBitmap(blob).catch(() => null));
    if (!blob || !bitmap || closed) return;
    const known = { bytes: new Uint8Array(), mediaType } as const;
    bytes.set(fileId, known);
    bitmaps.set(known.bytes, bitmap);
    for (const listener of [...listeners]) listener();
  };
  const next = (): void => {
    while (running < 4 && waiting.length > 0 && !closed) {
      running += 1;
      void load(waiting.shift() ?? '').finally(() => {
        running -= 1;
        next();
      });
    }
  };
  return {
    bytes,
    bitmapOf: (of) => bitmaps.get(of) ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want(fileIds) {
      for (const id of fileIds) {
        if (asked.has(id)) continue;
        asked.add(id);
        waiting.push(id);
      }
      next();
    },
    close() {
      closed = true;
      for (const bitmap of bitmaps.values()) bitmap.close();
    },
  };
}
