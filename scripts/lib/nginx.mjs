// Finds nginx for the test of the documented proxy, else installs it where that is simple.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const candidates = [process.env.NGINX, '/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'];

/** Path of an installed nginx, or null. */
export function findNginx() {
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** Path of an nginx, installed now as root on Debian; null, said aloud, where there is none: the test that needs it is then skipped. */
export function provideNginx() {
  const found = findNginx();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('No nginx found; installing it for the test of the documented proxy …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'], {
      stdio: 'inherit',
      // Installed, not started: the machine's port 80 is none of our business.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  }
  const installed = findNginx();
  if (!installed) console.log('No nginx: the test of the documented proxy is skipped (Debian: apt-get install nginx-light).');
  return installed;
}
