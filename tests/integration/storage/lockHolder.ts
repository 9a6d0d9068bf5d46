import { lockDirectory } from '@/lib/data/embedded/directoryLock';

// Run as a process of its own: takes the lock of a directory and keeps it until it is killed, or says why it could not.
try {
  await lockDirectory(process.argv[2] ?? '');
  process.stdout.write(`got ${process.pid}\n`);
  setInterval(() => {}, 60_000);
} catch (error) {
  process.stdout.write(`refused ${error instanceof Error ? error.message : error}\n`);
}
