import { open } from 'node:fs/promises';
import type { FileSource } from '@/lib/evidence/reading/fileSource';

/** A file on the disk, read piece by piece. `reached`: as far as it was read, for whoever shows progress. */
export type FileOnDisk = FileSource & { readonly reached: number; close(): Promise<void> };

/** Opens a file to be read. Close it. */
export async function openFileOnDisk(path: string): Promise<FileOnDisk> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  let reached = 0;
  return {
    size,
    get reached() {
      return reached;
    },
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      reached = Math.max(reached, start + bytesRead);
      return bytes.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}
