// Finds a Chromium for the browser tests, else installs one, else says how.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root } from './sources.mjs';

const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of an installed Chromium or Chrome, or null. */
export async function findChromium() {
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : null;
}

/** Chromium without a window around its pages, as Debian packages it: Playwright's own choice for tests, and a fifth faster. */
const headlessShell = '/usr/bin/chromium-headless-shell';

/** Whether this process may install Debian's packages. */
function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function installPackage(name) {
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  return apt('install', '-y', '-qq', '--no-install-recommends', name).status === 0;
}

/**
 * Path of the browser for tests: the one that `CHROMIUM` names, else Chromium's headless shell (installed now if that is allowed and
 * possible), else any Chromium. Throws with a sentence that says how to get one.
 */
export async function requireTestBrowser() {
  if (process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
  if (existsSync(headlessShell)) return headlessShell;
  if (mayInstall()) {
    console.log('Installing Chromium’s headless shell for the browser tests …');
    if (installPackage('chromium-headless-shell') && existsSync(headlessShell)) return headlessShell;
  }
  return requireChromium();
}

/** Path of a Chromium, installed now if need be. Throws with a sentence that says how to get one. */
export async function requireChromium() {
  const found = await findChromium();
  if (found) return found;
  console.log('No Chromium found; installing one …');
  if (mayInstall()) {
    installPackage('chromium');
  } else {
    spawnSync(process.execPath, [`${root}/node_modules/@playwright/test/cli.js`, 'install', 'chromium'], { stdio: 'inherit' });
  }
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(
    'This needs a Chromium and none could be installed. Install one (Debian: apt-get install chromium; others: npx playwright install chromium) or name it in the variable CHROMIUM.',
  );
}
