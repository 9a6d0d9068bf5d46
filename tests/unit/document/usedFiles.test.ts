import { expect, test } from 'vitest';
import { listUsedFiles } from '@/lib/document/usedFiles';
import { mapWithCardParts } from '@/tests/builders/map';

test('the files of a map are those that living cards show, in the tray or not', () => {
  const map = mapWithCardParts();
  expect(listUsedFiles(map)).toEqual(['file1', 'file2', 'file3']);
  const [first] = map.cards;
  const cards = map.cards.map((card) => (card === first ? { ...card, deletedAt: 1 } : card));
  expect(listUsedFiles({ ...map, cards })).toEqual(['file3']);
  const attachments = map.attachments.map((each) => (each.fileId === 'file3' ? { ...each, deletedAt: 1 } : each));
  expect(listUsedFiles({ ...map, attachments })).toEqual(['file1', 'file2']);
  expect(listUsedFiles({ ...map, lanes: [], steps: [] } as typeof map)).toEqual(['file1', 'file2', 'file3']);
});
