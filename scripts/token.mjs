// `npm run --silent token -- --email anna@example.org --scope read`: makes an access token for a program; lists and revokes them, too.
import { runCommand } from './lib/command.mjs';

await runCommand('token', ({ runToken }, args) => runToken(args, process.env));
