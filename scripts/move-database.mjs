// `npm run move-database -- --to postgresql://…`: takes the installation to a PostgreSQL server, or back by `--to embedded`.
import { loadEnv } from './lib/env.mjs';
import { root } from './lib/sources.mjs';

process.chdir(root);
loadEnv();

try {
  const { buildServer, generateClient, isBuilt } = await import('./build.mjs');
  if (!isBuilt()) {
    await generateClient();
    await buildServer();
  }
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
const { runMoveDatabase } = await import('../build/move-database.mjs');
process.exit(await runMoveDatabase(process.argv.slice(2), process.env));
