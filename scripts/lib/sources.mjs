// What the build is made from, as one hash: so that `npm start` builds exactly when something changed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const places = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'server.ts',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/build.mjs',
];

function* filesOf(path) {
  let stat;
  try {
    stat = statSync(path);
  } catch {
    return;
  }
  if (!stat.isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name !== 'generated' && name !== 'node_modules') yield* filesOf(join(path, name));
  }
}

/** SHA-256 (hex) over the paths and contents of all sources of the build, and Node's major version. */
export function hashSources() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const place of places) {
    for (const file of filesOf(join(root, place))) {
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}
