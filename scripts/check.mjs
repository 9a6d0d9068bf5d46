// `npm run check`: format, lint (import rules and cycles among them, zero warnings), types, then all tests.
import { generateClient } from './build.mjs';
import { runPackage } from './lib/run.mjs';

await generateClient();
const steps = [
  ['format, lint, import rules, cycles', '@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']],
  ['types', 'typescript/bin/tsc', ['--noEmit']],
];
for (const [title, path, args] of steps) {
  console.log(`\n— ${title}`);
  const code = await runPackage(path, args);
  if (code !== 0) {
    console.error(`Failed: ${title}`);
    process.exit(code);
  }
}
console.log('\n— tests');
await import('./test.mjs');
