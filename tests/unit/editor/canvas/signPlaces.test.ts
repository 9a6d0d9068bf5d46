import { expect, test } from 'vitest';
import { listSigns } from '@/components/editor/canvas/geometry/signPlaces';
import { createEditorFixture } from '../editorFixture';

const everywhere = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

test('signs of comments cover no words of what they belong to, and none of their neighbours, zoomed out or not', () => {
  const { index } = createEditorFixture().context();
  const counts = new Map([...index.layout.cards.map(({ id }) => [`card:${id}`, 1] as const)]);
  for (const half of [11, 13.75]) {
    const signs = listSigns(index, counts, everywhere, half);
    expect(signs.length).toBe(counts.size);
    for (const { at } of signs) {
      for (const { text } of index.layout.cards) {
        for (const line of text.lines) {
          const right = line.x + line.width;
          const covers = at.x - half < right && line.x < at.x + half && at.y - half < line.y && line.y - 12 < at.y + half;
          expect(covers, `${line.text} at ${half}`).toBe(false);
        }
      }
    }
  }
});

test('signs are listed for what is in the window and drawn at all', () => {
  const { index } = createEditorFixture().context();
  const [one, two] = index.steps;
  if (!one || !two) throw new Error('two steps');
  const counts = new Map([
    [`step:${one.id}`, 2],
    [`step:${two.id}`, 1],
    ['step:gone', 1],
    ['map', 3],
    ['nonsense', 1],
  ]);
  expect(listSigns(index, counts, everywhere, 11).map(({ key, count }) => [key, count])).toEqual([
    [`step:${one.id}`, 2],
    [`step:${two.id}`, 1],
  ]);
  expect(listSigns(index, counts, { ...one.box, width: 10 }, 11).map(({ key }) => key)).toEqual([`step:${one.id}`]);
});
