// `npm run restore -- FILE`: puts a backup in the place of what is there, while no server runs.
import { runCommand } from './lib/command.mjs';

await runCommand('restore', ({ runRestore }, args, folder) => runRestore(args, process.env, folder));
