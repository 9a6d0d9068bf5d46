// `npm run reset-password -- --email anna@example.org`: prints a link by which the account's holder sets a new password.
import { existsSync } from 'node:fs';
import { loadEnv } from './lib/env.mjs';
import { root } from './lib/sources.mjs';

process.chdir(root);
loadEnv();

try {
  const { buildServer, generateClient } = await import('./build.mjs');
  // A server may be running from build/: what is there is left alone.
  if (!existsSync('build/reset-password.mjs')) {
    await generateClient();
    await buildServer();
  }
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
const { runResetPassword } = await import('../build/reset-password.mjs');
process.exit(await runResetPassword(process.argv.slice(2), process.env));
