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
  let log = createLog({ level: 'info', readable });
  try {
    const env = parseEnv(process.env);
    log = createLog({ level: env.LOG_LEVEL, readable });
    const stopLog = log;
    const print = (text: string): void => void process.stdout.write(text);
    handleSignals({ log, print, stop: async () => ((await closers.close(stopLog)) ? 0 : 1) });
    await startServer({ env, log, closers, openPages, print });
  } catch (error) {
    const isKnown = error instanceof EnvError || error instanceof StartError || error instanceof DatabaseError;
    if (isKnown) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'the server could not start');
    await closers.close(log);
    process.exit(1);
  }
}
