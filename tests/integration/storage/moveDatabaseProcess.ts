import { runMoveDatabase } from '@/lib/data/move/moveDatabaseCommand';

// Run as a process of its own, as `npm run move-database` runs it.

const args = (process.env.ARGUMENTS ?? '').split(' ').filter((word) => word !== '');
process.exit(await runMoveDatabase(args, process.env));
