import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Names a file that a `Worker` of node:worker_threads runs. */
export type WorkerEntry = {
  /** Name of the built file without its ending: `database-worker` becomes `build/database-worker.mjs`. */
  name: string;
  /** Source, relative to the project's root: `lib/data/embedded/worker.ts`. */
  source: string;
};

const here = path.dirname(fileURLToPath(import.meta.url));
const bundled = new Map<string, Promise<string>>();

/**
 * Finds the JavaScript file of a worker, as an absolute path: the one named explicitly; else `<name>.mjs` beside the running bundle
 * (production); else its source is bundled now (tests and development, where nothing has been built). Throws when none of these exists.
 */
export async function requireWorkerFile(entry: WorkerEntry, explicit?: string): Promise<string> {
  if (explicit !== undefined) return path.resolve(explicit);
  const sibling = path.join(here, `${entry.name}.mjs`);
  if (existsSync(sibling)) return sibling;
  const root = findUp(here, entry.source);
  if (root === null)
    throw new Error(`The worker "${entry.name}" is neither built (${sibling}) nor is its source ${entry.source} there.`);
  let file = bundled.get(entry.source);
  if (!file) {
    file = bundle(root, entry);
    bundled.set(entry.source, file);
    file.catch(() => bundled.delete(entry.source));
  }
  return file;
}

/**
 * Bundles into node_modules/.cache, because the packages that the bundle leaves out are found from where the file lies. The name carries
 * the content's hash and the file is renamed into place, so that test processes side by side never load half a file or each other's.
 */
async function bundle(root: string, entry: WorkerEntry): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry.source],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    write: false,
    logLevel: 'silent',
  });
  const contents = result.outputFiles[0]?.contents;
  if (!contents) throw new Error(`Bundling ${entry.source} gave no file.`);
  const folder = path.join(root, 'node_modules', '.cache', 'wegmarke');
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 16);
  const file = path.join(folder, `${entry.name}-${hash}.mjs`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, file);
  return file;
}

/** The nearest folder, from `start` upwards, that holds `relative`. */
export function findUp(start: string, relative: string): string | null {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, relative))) return folder;
    if (path.dirname(folder) === folder) return null;
  }
}
