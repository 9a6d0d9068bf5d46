import { spawn } from 'node:child_process';
import { root } from './sources.mjs';

/** Runs a command in the project's folder, its output passed through. Resolves to its exit code. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (quiet && code !== 0) process.stderr.write(output);
      resolve(code ?? 1);
    });
  });
}

/** A script of an installed package, run by this Node: works the same on every platform. */
export function runPackage(path, args, options) {
  return run(process.execPath, [`${root}/node_modules/${path}`, ...args], options);
}

/** Prints what is going on and, when it ends, how long it took: to the standard error, as the log has the standard output. */
export async function withProgress(title, work) {
  const start = Date.now();
  const timer = setInterval(() => console.error(`  … ${title} (${Math.round((Date.now() - start) / 1000)} s)`), 10_000);
  console.error(`  ${title}`);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    console.error(`  ${title}: done in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
}
