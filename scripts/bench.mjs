// `npm run bench -- NAME [--quick] [--json]`: one benchmark of tests/bench, ours beside its peers.
import { existsSync, readdirSync } from 'node:fs';
import { buildAll, generateClient, isBuilt } from './build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { runPackage } from './lib/run.mjs';
import { root } from './lib/sources.mjs';

/** These bundle what they need by themselves, and need no pages. */
const pageless = ['backup', 'crash', 'evidence', 'storage', 'sync'];

const [name, ...options] = process.argv.slice(2);
const names = readdirSync(`${root}/tests/bench`)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));
if (!name || !existsSync(`${root}/tests/bench/${name}.bench.ts`)) {
  console.error(`Which benchmark? npm run bench -- NAME [--quick] [--json], where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}
if (pageless.includes(name)) await generateClient();
else if (!isBuilt()) await buildAll();
const chromium = (await findChromium()) ?? '';
process.exit(await runPackage('tsx/dist/cli.mjs', [`tests/bench/${name}.bench.ts`, ...options], { env: { CHROMIUM: chromium } }));
