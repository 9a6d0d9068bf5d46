import { expect, test } from 'vitest';
import { takeChanges } from '@/components/editor/future/takeChanges';
import { renameStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

/** A current state in which two steps were renamed, and a future state that takes that over. */
function open() {
  const source = openDocument(smallMap());
  const base = readMap(source).map;
  const doc = copyDocument(source);
  renameStep(source, { id: 'step1', title: 'Sees the bill online' });
  renameStep(source, { id: 'step2', title: 'Writes' });
  const current = readMap(source).map;
  const locks = { onRefused: () => () => undefined };
  const undo = createUndo(doc);
  const told: string[] = [];
  const take = (id: string) =>
    takeChanges({ doc, undo, locks }, { base, current }, [`changed steps ${id}`], () => told.push('too late'));
  const titles = () => ['step1', 'step2'].map((id) => readMap(doc).map.steps.find((step) => step.id === id)?.title);
  const [before, after] = [base, current].map(({ steps }) =>
    ['step1', 'step2'].map((id) => steps.find((step) => step.id === id)?.title),
  );
  return { doc, take, titles, told, before, after };
}

test('what was taken over is taken back by its own message', () => {
  const { take, titles, told, before } = open();
  const takeBack = take('step1');
  expect(titles()).not.toEqual(before);
  takeBack?.();
  expect(titles()).toEqual(before);
  expect(told).toEqual([]);
});

test('but not by an older one, which would take back what came after it', () => {
  const { take, titles, told, after } = open();
  const older = take('step1');
  const newer = take('step2');
  older?.();
  expect(titles()).toEqual(after);
  expect(told).toEqual(['too late']);
  newer?.();
  expect(titles()).toEqual([after?.[0], expect.not.stringMatching('Writes')]);
});

test('nor is anything offered when nothing was taken over', () => {
  const { take } = open();
  expect(take('nosuch')).toBeNull();
});
