import { chmodSync } from 'node:fs';
import net from 'node:net';
import { unlinkAsOperator } from '@/lib/auth/oidc/unlink';
import { answerTokenRequest } from '@/lib/auth/operatorTokens';
import { makeResetLinkAsOperator } from '@/lib/auth/passwords';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { makeControlPlace } from './controlAddress';
import { type BackupLine, streamBackup } from './controlBackup';
import { type ControlAnswer, controlRequestSchema, lineLimit } from './controlProtocol';

type Running = Pick<Runtime, 'database' | 'env' | 'addresses' | 'backups' | 'events' | 'log'>;

/** A running control socket. */
export type Control = { close(): Promise<void> };

async function answer(running: Running, line: string, socket: net.Socket): Promise<ControlAnswer | BackupLine> {
  try {
    const request = controlRequestSchema.safeParse(JSON.parse(line));
    if (!request.success) return { problem: 'invalid' };
    if (request.data.command === 'token') return { tokenAnswer: await answerTokenRequest(running, request.data.request) };
    if (request.data.command === 'backup') return await streamBackup(running.backups, socket);
    const { command, email } = request.data;
    return await (command === 'unlinkIdentity' ? unlinkAsOperator : makeResetLinkAsOperator)(running, email);
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') return { problem: 'notFound' };
    if (error instanceof AppError && error.messageKey === 'passwordsOff') return { problem: 'passwordsOff' };
    if (error instanceof SyntaxError) return { problem: 'invalid' };
    if (socket.destroyed) return { problem: 'unexpected' };
    running.log.error({ err: error }, 'a control request failed');
    return { problem: 'unexpected' };
  }
}

function serve(running: Running, socket: net.Socket): void {
  let received = '';
  let answered = false;
  socket.setEncoding('utf8');
  socket.setTimeout(10_000, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    if (answered) return;
    received += chunk;
    if (received.length > lineLimit) {
      socket.destroy();
      return;
    }
    const end = received.indexOf('\n');
    if (end < 0) return;
    answered = true;
    void answer(running, received.slice(0, end), socket).then((reply) => socket.end(`${JSON.stringify(reply)}\n`));
  });
}

/** Listens so that nobody but the owner can ever connect: the file mode is in place before the first connection is. */
function listenOwnerOnly(server: net.Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const mask = process.platform === 'win32' ? null : process.umask(0o177);
    // listen() on a path creates the file before it returns, so the mask is narrowed for these lines only.
    try {
      server.listen(address, () => {
        server.off('error', reject);
        resolve();
      });
    } finally {
      if (mask !== null) process.umask(mask);
    }
  });
}

/**
 * Lets commands in the terminal (`npm run reset-password`) ask the running server, which alone may open the embedded database: through a
 * socket in the data directory that only the server's own user can reach. Close it before the database.
 */
export async function startControl(running: Running, dataDir: string): Promise<Control> {
  const place = await makeControlPlace(dataDir);
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    serve(running, socket);
  });
  try {
    await listenOwnerOnly(server, place.address);
    if (process.platform !== 'win32') chmodSync(place.address, 0o600);
  } catch (error) {
    await place.remove();
    throw error;
  }
  server.unref();
  return {
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await place.remove();
    },
  };
}
