import { runBackup } from '@/lib/backup/backupCommand';
import { runRestore } from '@/lib/backup/restoreCommand';

// Run as a process of its own by the tests: `backup …` or `restore …`, as the npm scripts call them.

const [command, ...args] = process.argv.slice(2);
const run = command === 'restore' ? runRestore : runBackup;
process.exit(await run(args, process.env, process.cwd()));
