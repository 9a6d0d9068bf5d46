import { once } from 'node:events';
import type net from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { ByteSink } from '@/lib/backup/archive';
import type { Backups } from '@/lib/backup/backups';
import { BackupError } from '@/lib/backup/format';
import type { BackupProgress, BackupResult } from '@/lib/backup/writeBackup';
import { connectControl } from './askControl';

// The answer to `backup`: lines of JSON. The command writes the file, so that its name, rights and disk are the caller's.

const problems = z.enum(['notFound', 'invalid', 'unexpected']);
const backupLineSchema = z.union([
  z.object({ chunk: z.base64() }),
  z.object({ progress: z.object({ table: z.string(), bytes: z.number() }) }),
  z.object({ done: z.object({ bytes: z.number(), counts: z.record(z.string(), z.number()), broken: z.array(z.string()) }) }),
  z.object({ problem: problems }),
]);
export type BackupLine = z.output<typeof backupLineSchema>;

/** Time (ms) after which a command that takes nothing more, or a server that says nothing more, is given up. */
const patience = 5 * 60_000;

/** Writes a backup into the socket and resolves to the last line. Ends when the command goes away. */
export async function streamBackup(backups: Backups, socket: net.Socket): Promise<BackupLine> {
  const gone = new AbortController();
  socket.once('close', () => gone.abort(new Error('The command has ended.')));
  socket.setTimeout(patience);
  const say = async (line: BackupLine): Promise<void> => {
    if (!socket.write(`${JSON.stringify(line)}\n`)) await once(socket, 'drain', { signal: gone.signal });
  };
  const { bytes, counts, broken } = await backups.write((chunk) => say({ chunk: chunk.toString('base64') }), {
    signal: gone.signal,
    onProgress: (progress) => void say({ progress }).catch(() => undefined),
  });
  return { done: { bytes, counts, broken: [...broken] } };
}

/**
 * Asks the server that runs on this data directory for a backup. Null when none does. Rejects when it cannot write one, goes away or falls
 * silent.
 */
export async function askForBackup(
  dataDir: string,
  sink: ByteSink,
  onProgress: (progress: BackupProgress) => void,
): Promise<BackupResult | null> {
  const socket = await connectControl(dataDir);
  if (socket === null) return null;
  socket.setTimeout(patience, () => socket.destroy(new BackupError('The running server has fallen silent.')));
  socket.write(`${JSON.stringify({ command: 'backup' })}\n`);
  try {
    for await (const text of createInterface({ input: socket })) {
      const line = backupLineSchema.parse(JSON.parse(text));
      if ('done' in line) return line.done;
      if ('problem' in line) throw new BackupError(sentences[line.problem]);
      if ('chunk' in line) await sink(Buffer.from(line.chunk, 'base64'));
      else onProgress(line.progress);
    }
  } finally {
    socket.destroy();
  }
  throw new BackupError('The running server ended before the backup was whole.');
}

const sentences: Readonly<Record<z.output<typeof problems>, string>> = {
  notFound: 'The running server does not know this command: is it of another version?',
  invalid: 'The running server does not know this command: is it of another version?',
  unexpected: 'The running server could not write the backup; its log says why.',
};
