import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what a folder of this benchmark's own compares with, in exactly the versions of its lock file, unless it is there. Their native
 * parts come prebuilt; their install scripts do not run.
 */
export function installPackages(folder: string): void {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const stamp = join(folder, 'node_modules', '.installed-from');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(installed) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  // Not among the figures: `--json` prints one object on standard output.
  console.error(`  Installing what is compared with (${folder})`);
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' });
  if (npm.status !== 0) throw new Error(`The packages of ${folder} could not be installed:\n${npm.stderr}`);
  writeFileSync(stamp, lock);
}
