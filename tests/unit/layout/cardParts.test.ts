import { describe, expect, test } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { cardKinds } from '@/lib/map/card';
import { kindSigns } from '@/lib/map/layout/cardSigns';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { scalePath } from '@/lib/map/layout/scalePath';
import type { Box } from '@/lib/map/layout/types';
import { mapWithCardParts, smallMap } from '@/tests/builders/map';

const layoutOf = (map: ReturnType<typeof smallMap>) =>
  layoutMap(arrange(map), { measure: measureText, labels: layoutLabels('en') });

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

describe('what cards carry', () => {
  const layout = layoutOf(mapWithCardParts());

  test('lies inside of its card, one below the other: pictures, text, tags, files, links', () => {
    for (const card of layout.cards) {
      const parts = [...card.pictures, ...card.tags, ...card.files, ...card.links].map(({ box }) => box);
      for (const box of [...parts, card.textBox]) expect(isInside(box, card.box), `${card.id} ${JSON.stringify(box)}`).toBe(true);
    }
    const letter = layout.cards.find(({ pictures }) => pictures[0]?.fileId === 'file1');
    const tops = [letter?.pictures[0]?.box, letter?.textBox, letter?.tags[0]?.box, letter?.files[0]?.box, letter?.links[0]?.box];
    const ys = tops.map((box) => box?.y ?? Number.NaN);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
  });

  test('is placed by what the record says: pictures keep their proportions and are never enlarged nor too high', () => {
    const sizes = layout.cards.flatMap(({ pictures, box }) => pictures.map((picture) => ({ card: box.width, ...picture.box })));
    expect(sizes).toHaveLength(2);
    const [wide, high] = sizes;
    expect(Math.abs((wide?.width ?? 0) / (wide?.height ?? 1) - 640 / 480)).toBeLessThan(0.02);
    expect(high?.height).toBeLessThanOrEqual(1.25 * (high?.card ?? 0));
    expect(Math.abs((high?.height ?? 0) / (high?.width ?? 1) - 3)).toBeLessThan(0.1);
    const map = mapWithCardParts();
    const tiny = layoutOf({ ...map, attachments: map.attachments.map((each) => ({ ...each, width: 20, height: 10 })) });
    expect(tiny.cards.flatMap(({ pictures }) => pictures.map(({ box }) => [box.width, box.height]))).toContainEqual([20, 10]);
  });

  test('says where a link leads, also when it has a label', () => {
    const words = layout.cards.flatMap(({ links }) => links.map(({ text }) => text.lines.map((line) => line.text).join(' ')));
    expect(words.join(' | ')).toContain('example.org');
    expect(words.join(' | ')).toMatch(/Write to billing · +billing@example\.org/);
  });

  test('comes to nothing for cards that carry nothing', () => {
    for (const card of layoutOf(smallMap()).cards) {
      expect([card.pictures, card.tags, card.files, card.links]).toEqual([[], [], [], []]);
    }
  });

  test('gives the same layout again for the same records', () => {
    const map = mapWithCardParts();
    const [first, second] = [layoutOf(map), layoutOf(map)];
    for (const [index, card] of first.cards.entries()) expect(second.cards[index]).toBe(card);
  });
});

describe('kinds of cards', () => {
  test('each have a sign of their own; a note has none', () => {
    const signs = cardKinds.filter((kind) => kind !== 'note').map((kind) => kindSigns[kind]);
    expect(new Set(signs).size).toBe(4);
    expect(signs).not.toContain(null);
    expect(kindSigns.note).toBeNull();
  });

  test('leave their text room beside the sign', () => {
    for (const card of layoutOf(mapWithCardParts()).cards) {
      if (card.kind === 'note') expect(card.signAt).toBeNull();
      else expect(card.textBox.x).toBeGreaterThanOrEqual((card.signAt?.x ?? Number.POSITIVE_INFINITY) + 16);
    }
  });
});

test('a sign in half its size keeps what arcs say of their shape', () => {
  expect(scalePath('M2 4A6 6 0 1 1 14 8Z', 0.5)).toBe('M1 2A3 3 0 1 1 7 4Z');
});
