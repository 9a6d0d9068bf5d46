import type { Logger } from 'pino';

type GracefulOptions = {
  log: Logger;
  /** Ends everything in order. Resolves to the exit code. */
  stop: () => Promise<number>;
  exit?: (code: number) => void;
};

/** A stop that takes longer than this (milliseconds) is cut off. */
const patienceMs = 20_000;

/** Stops the process in order at SIGTERM and SIGINT, at once at a second signal, and never silently. */
export function handleSignals({ log, stop, exit = (code) => process.exit(code) }: GracefulOptions): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) {
      log.warn({ signal }, 'stopping at once');
      exit(1);
      return;
    }
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('stopping took too long');
      exit(1);
    }, patienceMs).unref();
    stop().then(exit, (error) => {
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
}
