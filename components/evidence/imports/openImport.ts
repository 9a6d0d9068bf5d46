import type { ImportState } from '@/lib/evidence/importState';

/** A file that has not ended: it lies ready, waits or is being read. */
export type OpenImport = {
  id: string;
  sourceId: string;
  state: ImportState;
  fileName: string;
  byteCount: number;
  bytesRead: number;
};

/** How far a file is, 0 … 1; null while it waits for its turn. */
export function shareRead({ state, byteCount, bytesRead }: OpenImport): number | null {
  if (state !== 'running') return null;
  return byteCount === 0 ? 1 : Math.min(1, bytesRead / byteCount);
}
