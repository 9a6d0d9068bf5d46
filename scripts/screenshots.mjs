// `npm run screenshots`: takes the pictures of docs/pictures from the real product, in both languages and colour schemes.
import { buildAll, isBuilt } from './build.mjs';
import { requireChromium } from './lib/chromium.mjs';
import { runPackage } from './lib/run.mjs';

if (!isBuilt()) await buildAll();
const chromium = await requireChromium();
process.exit(
  await runPackage('tsx/dist/cli.mjs', ['tests/pictures/take.ts', ...process.argv.slice(2)], { env: { CHROMIUM: chromium } }),
);
