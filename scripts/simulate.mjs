// `npm run simulate -- NAME [--people 40] [--minutes 3] [--seed 1] [--json]`: one simulation of tests/simulate on the real product.
import { existsSync, readdirSync } from 'node:fs';
import { buildAll, isBuilt } from './build.mjs';
import { requireChromium } from './lib/chromium.mjs';
import { runPackage } from './lib/run.mjs';
import { root } from './lib/sources.mjs';

const ending = '.simulation.ts';
const [name, ...options] = process.argv.slice(2);
const names = readdirSync(`${root}/tests/simulate`)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length));
if (!name || !existsSync(`${root}/tests/simulate/${name}${ending}`)) {
  console.error(`Which simulation? npm run simulate -- NAME [options], where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}
if (!isBuilt()) await buildAll();
const chromium = await requireChromium();
const file = `tests/simulate/${name}${ending}`;
process.exit(await runPackage('tsx/dist/cli.mjs', [file, ...options], { env: { CHROMIUM: chromium } }));
