import { Console } from 'node:console';
import { DatabaseError } from '@/lib/data/database';
import { EnvError, parseEnv } from '@/lib/env';
import { createLog } from '@/lib/log';
import { Closers } from './closers';
import { handleSignals } from './graceful';
import type { OpenPages } from './pages';
import { StartError } from './startError';
import { startServer } from './startServer';

/**
 * Runs the server in this process until a signal ends it. What keeps it from starting is told in one sentence, and ends the
 * process with code 1.
 */
export async function runServer({ openPages }: { openPages: OpenPages }): Promise<void> {
  const readable = process.stdout.isTTY;
  const closers = new Closers();
  let isStopping = (): boolean => false;
  let log = createLog({ level: 'info', readable });
  try {
    const env = parseEnv(process.env);
    const isReadable = env.LOG_FORMAT === 'auto' ? readable : env.LOG_FORMAT === 'text';
    log = createLog({ level: env.LOG_LEVEL, readable: isReadable });
    const stopLog = log;
    // Where the log is for programs, standard output holds nothing else: what Next says while it starts goes the other way, too.
    if (!isReadable) globalThis.console = new Console(process.stderr, process.stderr);
    const print = (text: string): void => void (isReadable ? process.stdout : process.stderr).write(text);
    isStopping = handleSignals({ log, print, stop: async () => ((await closers.close(stopLog)) ? 0 : 1) });
    await startServer({ env, log, closers, openPages, print });
  } catch (error) {
    // A signal during the start takes away what the start still needs; the stop ends the process.
    if (isStopping()) return;
    const isKnown = error instanceof EnvError || error instanceof StartError || error instanceof DatabaseError;
    if (isKnown) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'the server could not start');
    await closers.close(log);
    process.exit(1);
  }
}
