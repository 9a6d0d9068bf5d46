import { describe, expect, test } from 'vitest';
import { listShownFiles, listUsedFiles } from '@/lib/document/usedFiles';
import { mapWithCardParts } from '@/tests/builders/map';

const map = mapWithCardParts();
const [first] = map.cards;
const withFirst = (deletedAt: number) => ({
  ...map,
  cards: map.cards.map((card) => (card === first ? { ...card, deletedAt } : card)),
});
const withoutThird = {
  ...map,
  attachments: map.attachments.map((each) => (each.fileId === 'file3' ? { ...each, deletedAt: 1 } : each)),
};

describe.each([
  { name: 'shown', list: listShownFiles, ofDeletedCard: ['file3'] },
  { name: 'used', list: listUsedFiles, ofDeletedCard: ['file1', 'file2', 'file3'] },
])('the files of a map that are $name', ({ list, ofDeletedCard }) => {
  test('are those of living cards, in the tray or not', () => {
    expect(list(map)).toEqual(['file1', 'file2', 'file3']);
    expect(list({ ...map, lanes: [], steps: [] } as typeof map)).toEqual(['file1', 'file2', 'file3']);
  });

  test('are not those that were taken from their cards', () => {
    expect(list(withoutThird)).toEqual(['file1', 'file2']);
  });

  test(`on a deleted card are ${ofDeletedCard.length === 1 ? 'left out' : 'among them: it can be brought back'}`, () => {
    expect(list(withFirst(1_764_000_000_000))).toEqual(ofDeletedCard);
  });

  test('on a card whose making was undone are left out', () => {
    expect(list(withFirst(0))).toEqual(['file3']);
  });
});
