import { openDatabase } from '@/lib/data/openDatabase';

// Bundled and run as a process of its own: opens the data directory that it is given, says what is in it and closes it.
const db = await openDatabase({ env: { DATABASE_URL: undefined }, dataDir: process.argv[2] ?? '' });
process.stdout.write(`${await db.prisma.workspace.count()} workspaces\n`);
await db.close();
