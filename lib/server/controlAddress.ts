import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';

/** A socket's path may have 104 bytes on macOS (108 on Linux), one of them the end mark. */
const pathLimit = 103;
const fileName = 'control.json';
const fileSchema = z.object({ address: z.string().min(1) });

/** A place for the control socket, and how to remove what was made for it. */
export type ControlPlace = { address: string; remove(): Promise<void> };

/**
 * Chooses where the control socket lies: in the data directory; where that path is too long, in a new folder of temporary files that
 * only this user may enter; on Windows a pipe with an unguessable name. A file in the data directory, for its owner only, says where.
 */
export async function makeControlPlace(dataDir: string): Promise<ControlPlace> {
  const file = path.join(dataDir, fileName);
  const inside = path.join(path.resolve(dataDir), 'control.sock');
  let address = inside;
  let folder: string | null = null;
  if (process.platform === 'win32') {
    address = `\\\\.\\pipe\\wegmarke-control-${randomBytes(16).toString('hex')}`;
  } else if (Buffer.byteLength(inside) > pathLimit) {
    folder = await mkdtemp(path.join(os.tmpdir(), 'wegmarke-control-'));
    address = path.join(folder, 'control.sock');
  }
  if (process.platform !== 'win32') await rm(address, { force: true });
  await writeFile(file, JSON.stringify({ address }), { mode: 0o600 });
  // The mode above counts only for a new file.
  await chmod(file, 0o600);
  return {
    address,
    async remove() {
      await rm(file, { force: true });
      if (process.platform !== 'win32') await rm(address, { force: true });
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where a server on this data directory listens, or said that it does before it was killed; null when none did. */
export async function findControlAddress(dataDir: string): Promise<string | null> {
  try {
    const content: unknown = JSON.parse(await readFile(path.join(dataDir, fileName), 'utf8'));
    return fileSchema.parse(content).address;
  } catch {
    return null;
  }
}
