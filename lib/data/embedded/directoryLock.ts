import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { askOwner, listen } from './lockSocket';

/** A socket's path may have 104 bytes on macOS (108 on Linux), one of them the end mark. */
const pathLimit = 103;
/** `.<pid>.<random>` of a starter's own socket, at its longest. The choice of the place must not depend on the process. */
const suffixLimit = 1 + 10 + 1 + 8;
/** A starter that wins looks again after this time (ms), in case another one took its stale lock for the same stale lock. */
const settling = 100;
const attempts = 50;

/** Another process has the directory. `pid` is that process, as it says itself. */
export class DirectoryInUseError extends Error {
  override name = 'DirectoryInUseError';
  constructor(readonly pid: string | null) {
    super(pid === null ? 'another process is using it' : `process ${pid} is using it`);
  }
}

/**
 * Takes a directory for this process alone and returns the function that gives it back. The lock is a socket on which this process
 * answers, so that it ends with the process however that ends: a stale file answers nobody. Throws `DirectoryInUseError`.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const real = fs.realpathSync(directory);
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.end(String(process.pid));
  });
  server.unref();
  try {
    return process.platform === 'win32' ? await takePipe(server, real) : await takeSocket(server, lockPath(real));
  } catch (error) {
    server.close();
    throw error;
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** Inside the directory where a socket's path may be that long, else in the system's folder for temporary files. */
export function lockPath(real: string): string {
  const inside = path.join(real, '.lock');
  if (Buffer.byteLength(inside) + suffixLimit <= pathLimit) return inside;
  return path.join(os.tmpdir(), `wegmarke-${digest(real)}.lock`);
}

async function takePipe(server: net.Server, real: string): Promise<() => Promise<void>> {
  const pipe = `\\\\.\\pipe\\wegmarke-${digest(real.toLowerCase())}`;
  try {
    await listen(server, pipe);
  } catch {
    const owner = await askOwner(pipe);
    throw new DirectoryInUseError(owner.alive ? owner.pid : null);
  }
  return () => closeServer(server);
}

/**
 * Each starter listens on a socket of its own and then links it to the common name: linking is atomic and never replaces, and whoever
 * finds the name finds a socket that already answers.
 */
async function takeSocket(server: net.Server, lock: string): Promise<() => Promise<void>> {
  const own = `${lock}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await listen(server, own);
  const inode = fs.statSync(own).ino;
  const isOurs = (): boolean => inodeOf(lock) === inode;
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (!tryLink(own, lock)) {
        await clearStale(lock);
        continue;
      }
      await delay(settling);
      if (!isOurs()) continue;
      await sweepOwnSockets(lock, own);
      return async () => {
        if (isOurs()) fs.rmSync(lock, { force: true });
        await closeServer(server);
      };
    }
    throw new DirectoryInUseError(null);
  } finally {
    fs.rmSync(own, { force: true });
  }
}

function tryLink(own: string, lock: string): boolean {
  try {
    fs.linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a process that is gone. Throws `DirectoryInUseError` when its owner answers, twice in a row. */
async function clearStale(lock: string): Promise<void> {
  const found = inodeOf(lock);
  if (found === null) return;
  if ((await askOwner(lock)).alive) {
    await delay(settling * 1.5);
    const owner = await askOwner(lock);
    if (owner.alive) throw new DirectoryInUseError(owner.pid);
    return;
  }
  // Between these two calls nothing else of this process runs; a starter elsewhere is caught by the look after `settling`.
  if (inodeOf(lock) === found) fs.rmSync(lock, { force: true });
}

/** Sockets of starters that were killed while they waited. */
async function sweepOwnSockets(lock: string, own: string): Promise<void> {
  const folder = path.dirname(lock);
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!file.startsWith(`${lock}.`) || file === own) continue;
    if (!(await askOwner(file)).alive) fs.rmSync(file, { force: true });
  }
}

function inodeOf(file: string): number | null {
  return fs.statSync(file, { throwIfNoEntry: false })?.ino ?? null;
}

function closeServer(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
