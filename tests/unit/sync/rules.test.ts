import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

test('every promise of the room server has a test whose title carries its number, and every number is a promise', () => {
  const promised = [...readFileSync('lib/sync/RULES.md', 'utf8').matchAll(/^- \*\*([A-G]\d+)\*\*/gm)].map(([, number]) => number);
  const folder = 'tests/integration/sync';
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  const titles = files.flatMap((name) => [
    ...readFileSync(path.join(folder, name), 'utf8').matchAll(/['"`]((?:[A-G]\d+(?:, )?)+):/g),
  ]);
  const tested = new Set(titles.flatMap(([, numbers = '']) => numbers.split(', ')));
  expect(promised.filter((number) => !tested.has(number ?? ''))).toEqual([]);
  expect([...tested].filter((number) => !promised.includes(number))).toEqual([]);
});
