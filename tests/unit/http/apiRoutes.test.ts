import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

function* routeFiles(folder: string): Generator<string> {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) yield* routeFiles(file);
    else if (/^route\.tsx?$/.test(name)) yield file;
  }
}

const files = [...routeFiles('app')];
const methods = /^export\s+(?:const|async function|function)\s+(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b(.*)$/gm;

test('there are routes', () => expect(files.length).toBeGreaterThan(10));

test.each(files)('%s hands every method to route()', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/import \{[^}]*\broute\b[^}]*\} from '@\/lib\/http\/route'/);
  const exported = [...text.matchAll(methods)];
  const listed = /export \{([^}]*)\}/.exec(text)?.[1] ?? '';
  expect(exported.length > 0 || /const handler = route\b/.test(text)).toBe(true);
  for (const [, , rest = ''] of exported) expect(rest).toMatch(/^\s*=\s*route\b/);
  for (const each of listed.split(',').filter((part) => part.trim())) expect(each).toMatch(/^\s*handler as [A-Z]+\s*$/);
});
