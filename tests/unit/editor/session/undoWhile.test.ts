import { expect, it } from 'vitest';
import { createWritable } from '@/components/editor/session/readable';
import { undoWhile } from '@/components/editor/session/undoWhile';
import { setText, textOf } from '@/lib/document/textReference';
import { createUndo } from '@/lib/document/undo';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

it('takes nothing back while the page may not write, and everything afterwards', () => {
  const doc = openDocument(smallMap());
  const canWrite = createWritable(true);
  const undo = undoWhile(canWrite, createUndo(doc));
  const reference = { type: 'card', id: 'card1', field: 'text' } as const;
  const text = () => textOf(doc, reference)?.toString();
  const before = text();
  setText(doc, { reference, text: 'Mine' });
  canWrite.set(false);
  expect([undo.undo(), text(), undo.canUndo()]).toEqual([false, 'Mine', true]);
  canWrite.set(true);
  expect([undo.undo(), text()]).toEqual([true, before]);
  canWrite.set(false);
  expect([undo.redo(), text()]).toEqual([false, before]);
});
