import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The project's folder: scripts/start.mjs changes into it. */
const built = (...parts: string[]): string => path.join(/* turbopackIgnore: true */ process.cwd(), ...parts);

let files: Promise<string[]> | undefined;

async function listFiles(): Promise<string[]> {
  const folder = built('.next', 'static');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return (
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
      // Every browser that opens maps without network reads woff2.
      .filter((name) => !name.endsWith('.woff'))
      .map((name) => `/_next/static/${name.split(path.sep).join('/')}`)
      .sort()
  );
}

/** The paths of all files of the pages of this build, as browsers ask for them; read once. */
export function listBuiltFiles(): Promise<string[]> {
  files = files ?? listFiles();
  files.catch(() => {
    files = undefined;
  });
  return files;
}

/** The text of a program that was built for browsers: `build/<name>.js`. */
export function readBrowserProgram(name: 'offline-worker' | 'offline-farewell'): Promise<string> {
  return readFile(built('build', `${name}.js`), 'utf8');
}
