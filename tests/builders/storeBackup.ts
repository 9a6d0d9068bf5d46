// `npx tsx tests/builders/storeBackup.ts NAME`: stores a backup of a used installation in tests/fixtures/backups, for the versions to come.
import { writeBackupFile } from '@/lib/backup/backupFile';
import { openTestDatabase } from './database';
import { testSecret } from './testRuntime';
import { fillInstallation } from './usedInstallation';

const [name] = process.argv.slice(2);
if (!name) throw new Error('Which name?');
const { db, drop } = await openTestDatabase();
await fillInstallation({ database: db, secret: testSecret }, { small: true });
await writeBackupFile(db, `tests/fixtures/backups/${name}.tar`, { secret: testSecret });
await drop();
