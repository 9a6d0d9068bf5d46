import type { Logger } from 'pino';

type GracefulOptions = {
  log: Logger;
  /** Ends everything in order. Resolves to the exit code. */
  stop: () => Promise<number>;
  /** For the person at the terminal. */
  print?: (text: string) => void;
  exit?: (code: number) => void;
};

/** A stop that takes longer than this (milliseconds) is cut off. */
const patienceMs = 20_000;

/**
 * Stops the process in order at SIGTERM and SIGINT, at once at a second signal, and never silently. Returns what tells whether it is
 * stopping.
 */
export function handleSignals({
  log,
  stop,
  print = () => {},
  exit = (code) => process.exit(code),
}: GracefulOptions): () => boolean {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) {
      log.warn({ signal }, 'stopping at once');
      exit(1);
      return;
    }
    isStopping = true;
    log.debug({ signal }, 'stopping');
    print('\nStopping; what is not saved yet is being saved …\n');
    setTimeout(() => {
      log.error('stopping took too long');
      exit(1);
    }, patienceMs).unref();
    const end = (code: number): void => {
      if (code === 0) print('Stopped.\n');
      exit(code);
    };
    stop().then(end, (error) => {
      log.error({ err: error }, 'stopping failed');
      exit(1);
    });
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nothing handles ends the server; what was confirmed as saved is saved');
    exit(1);
  });
  return () => isStopping;
}
