import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

function* sourceFiles(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name === 'generated' || name === 'node_modules') continue;
    if (statSync(path).isDirectory()) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

const files = ['lib', 'components', 'app'].flatMap((folder) => [...sourceFiles(join(root, folder))]);

/** The area that a file belongs to: `lib/map`, `components/editor`, `app`; files directly in lib are the area `lib`. */
function areaOf(file: string): string {
  const [top = '', second = '', third] = relative(root, file).split(sep);
  return top === 'app' || third === undefined ? top : `${top}/${second}`;
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

describe('the import rules of the architecture', () => {
  test('a relative import stays inside its area, so that the linter sees every import that crosses one', () => {
    const crossing = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .filter((name) => {
          const area = areaOf(resolve(dirname(file), `${name}.ts`));
          return areaOf(file) !== area && areaOf(file) !== 'lib' && !name.endsWith('.json') && !name.endsWith('.css');
        })
        .map((name) => `${relative(root, file)} → ${name}`),
    );
    expect(crossing).toEqual([]);
  });

  test('only lib/data imports the Prisma client', () => {
    const users = files.filter(
      (file) => areaOf(file) !== 'lib/data' && importsOf(file).some((name) => /generated\/prisma|@prisma\//.test(name)),
    );
    expect(users.map((file) => relative(root, file))).toEqual([]);
  });

  test('there is no barrel and no utils.ts', () => {
    const bad = files.filter((file) => /[\\/](index|utils)\.tsx?$/.test(file) && existsSync(file));
    expect(bad.map((file) => relative(root, file))).toEqual([]);
  });
});
