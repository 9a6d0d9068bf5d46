import { describe, expect, test } from 'vitest';
import {
  choosePages,
  isMapPath,
  type KeptPage,
  mostBuilds,
  mostPages,
  readKeptPage,
  writeKeptPage,
} from '@/lib/offline/keptPage';

const page = (change: Partial<KeptPage> = {}): KeptPage => ({
  path: '/maps/abc',
  title: 'Größe “M” 🙂',
  person: 'user:olga',
  locale: 'de',
  theme: 'dark',
  build: 'b1',
  keptAt: 1_000,
  until: 9_000,
  ...change,
});

test('what is written into a header is read back', () => {
  const header = writeKeptPage(page());
  expect(header).toMatch(/^[\x21-\x7e]*$/);
  expect(readKeptPage(header)).toEqual(page());
});

test.each([[null], [''], ['%'], ['null'], ['%7B%7D'], [encodeURIComponent(JSON.stringify({ ...page(), until: 'soon' }))]])(
  'a header of another form, %j, is none of ours',
  (header) => {
    expect(readKeptPage(header)).toBeNull();
  },
);

test('paths of maps are told from others', () => {
  expect(isMapPath('/maps/V1StGXR8_Z5j')).toBe(true);
  for (const path of ['/maps/', '/maps', '/', '/maps/a/b', '/workspace/a']) expect(isMapPath(path)).toBe(false);
});

describe('which pages may stay', () => {
  test('those that have not run out, newest first', () => {
    const [old, young, over] = [page({ path: '/maps/1', keptAt: 1 }), page({ path: '/maps/2', keptAt: 2 }), page({ until: 3 })];
    expect(choosePages([old, over, young], 3)).toEqual([young, old]);
  });
  test('not more than there is room for: the one opened longest ago goes', () => {
    const many = Array.from({ length: mostPages + 5 }, (_, index) => page({ path: `/maps/${index}`, keptAt: index }));
    const staying = choosePages(many, 0);
    expect(staying).toHaveLength(mostPages);
    expect(staying.at(-1)?.keptAt).toBe(5);
  });
  test('of the last few builds', () => {
    const builds = Array.from({ length: mostBuilds + 1 }, (_, index) =>
      page({ path: `/maps/${index}`, build: `b${index}`, keptAt: index }),
    );
    expect(choosePages(builds, 0).map(({ build }) => build)).toEqual(['b3', 'b2', 'b1']);
  });
});
