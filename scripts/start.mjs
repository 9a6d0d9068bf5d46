// `npm start`: builds when the build is missing or stale, then runs the server in this very process.
// `npm run dev`: the same server with Next's development mode.
import { loadEnv } from './lib/env.mjs';
import { root } from './lib/sources.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Wegmarke needs Node 20.9 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

process.chdir(root);
loadEnv();

const dev = process.argv.includes('--dev');
process.env.NODE_ENV = dev ? 'development' : 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';

try {
  const { buildAll, buildServer, generateClient, isBuilt } = await import('./build.mjs');
  if (dev) {
    await generateClient();
    await buildServer();
  } else if (!isBuilt()) {
    console.error('Building Wegmarke …');
    await buildAll();
  }
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
await import('../build/server.mjs');
