// `npm test`: unit, property, integration (on both databases) and browser tests; ends with the line "N passed, N failed".
// Names of suites (unit, property, integration, postgresql, e2e) as arguments run only those.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll, buildServer, generateClient, isBuilt } from './build.mjs';
import { requireTestBrowser } from './lib/chromium.mjs';
import { provideNginx } from './lib/nginx.mjs';
import { runPackage } from './lib/run.mjs';
import { root } from './lib/sources.mjs';

const asked = process.argv.slice(2);
const wanted = (suite) => asked.length === 0 || asked.includes(suite);
const results = mkdtempSync(join(tmpdir(), 'wegmarke-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const problems = [];

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

async function vitest(suites) {
  if (suites.length === 0) return;
  const file = join(results, 'vitest.json');
  const code = await runPackage('vitest/vitest.mjs', [
    'run',
    ...suites.flatMap((suite) => ['--project', suite]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readResults(file);
  if (!report) problems.push('vitest wrote no report');
  total.passed += report?.numPassedTests ?? 0;
  total.failed += report?.numFailedTests ?? 0;
  total.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  if (code !== 0 && !report?.numFailedTests) problems.push(`vitest ended with code ${code}`);
}

async function playwright() {
  const chromium = await requireTestBrowser();
  const nginx = provideNginx() ?? '';
  if (!isBuilt()) await buildAll();
  const file = join(results, 'playwright.json');
  const code = await runPackage('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    env: { CHROMIUM: chromium, NGINX: nginx, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  const stats = readResults(file)?.stats;
  if (!stats) problems.push('playwright wrote no report');
  total.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  total.failed += stats?.unexpected ?? 0;
  total.skipped += stats?.skipped ?? 0;
  if (stats?.flaky) console.log(`${stats.flaky} browser tests passed only when tried again.`);
  if (code !== 0 && !stats?.unexpected) problems.push(`playwright ended with code ${code}`);
}

try {
  process.chdir(root);
  await generateClient();
  await buildServer();
  await vitest(['unit', 'property', 'integration', 'postgresql'].filter(wanted));
  if (wanted('e2e')) await playwright();
} catch (error) {
  problems.push(error.message);
} finally {
  rmSync(results, { recursive: true, force: true });
}

for (const problem of problems) console.error(`Problem: ${problem}`);
total.failed += problems.length;
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
