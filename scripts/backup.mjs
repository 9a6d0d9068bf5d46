// `npm run backup -- FILE`: writes a backup, by the running server if there is one.
import { runCommand } from './lib/command.mjs';

await runCommand('backup', ({ runBackup }, args, folder) => runBackup(args, process.env, folder));
