import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { visibleTextOf } from './visibleTextOf';

const root = new URL('../../../', import.meta.url);
const files = ['components', 'app'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => `${folder}/${file}`),
);

describe('text that people see comes from the messages', () => {
  test.each([
    ['<p>Hello there</p>', ['Hello there']],
    ['<p>\n  Hello <b>x</b></p>', ['Hello']],
    ['<Button label="Save all" />', ['Save all']],
    ["<p>{t('hello')} · {count}</p>", []],
    ['const ref = useRef<HTMLElement>(null); // words\nreturn <b />', []],
  ])('%j', (source, found) => {
    expect(visibleTextOf(source)).toEqual(found);
  });

  test.each(files)('%s', (file) => {
    expect(visibleTextOf(readFileSync(new URL(file, root), 'utf8'))).toEqual([]);
  });
});
