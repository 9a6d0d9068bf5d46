import { describe, expect, test, vi } from 'vitest';
import { copyCards, parseClipboard, pasteCopiedCards } from '@/components/editor/commands/clipboard';
import { mostFilesAtOnce } from '@/components/editor/files/fileDesk';
import { fileTargetAt, fileTargetOf } from '@/components/editor/files/fileTargets';
import { addAttachments } from '@/lib/document/operations/attachments';
import { addCardLink } from '@/lib/document/operations/cardLinks';
import { deleteCards } from '@/lib/document/operations/cards';
import { addCardTags } from '@/lib/document/operations/cardTags';
import { foldLane } from '@/lib/document/operations/lanes';
import { cellKey } from '@/lib/map/arrange';
import { cardsIn, createEditorFixture, first, indexOf } from '../editorFixture';

type Fixture = ReturnType<typeof createEditorFixture>;

const file = (name: string): File => new File(['x'], name);
const cellOf = ({ doc }: Fixture, step = 0, lane = 0) => {
  const { map } = indexOf(doc);
  return { type: 'cell', stepId: map.steps[step]?.id ?? '', laneId: map.lanes[lane]?.id ?? '' } as const;
};
const uploads = ({ files }: Fixture) => files.state.getState().uploads;
const settled = (editor: Fixture) =>
  vi.waitFor(() => expect(uploads(editor).every(({ state }) => state.kind === 'failed')).toBe(true));
const picturesOf = ({ doc }: Fixture, id: string) =>
  indexOf(doc)
    .map.cardParts.get(id)
    ?.pictures.map(({ name }) => name) ?? [];

describe('files that a person brings', () => {
  test('become cards in the cell, one each, in their order; one undo takes one back', async () => {
    const editor = createEditorFixture();
    const cell = cellOf(editor);
    const before = cardsIn(editor.doc, 1, 0).length;
    editor.files.add([file('a.png'), file('b.png')], cell);
    expect(uploads(editor)).toHaveLength(2);
    await settled(editor);
    const cards = cardsIn(editor.doc, 1, 0);
    expect(cards.slice(before).map((id) => picturesOf(editor, id))).toEqual([['a.png'], ['b.png']]);
    expect(editor.primary()).toEqual({ type: 'card', id: cards.at(-1) });
    editor.undo.undo();
    expect(cardsIn(editor.doc, 1, 0)).toHaveLength(before + 1);
  });

  test('go onto the card they were dropped on', async () => {
    const editor = createEditorFixture();
    const id = first(cardsIn(editor.doc, 1, 0));
    editor.files.add([file('a.png')], { type: 'card', id });
    await settled(editor);
    expect(picturesOf(editor, id)).toEqual(['a.png']);
    expect(editor.files.state.getState().arrived).toMatchObject({ name: 'a.png' });
  });

  test('are told of when the server refuses one, and the others go on', async () => {
    const editor = createEditorFixture();
    const id = first(cardsIn(editor.doc, 1, 0));
    editor.files.add([file('bad.png'), file('good.png')], { type: 'card', id });
    await settled(editor);
    expect(uploads(editor)).toMatchObject([{ name: 'bad.png', state: { failure: { reason: 'refused', sentence: 'No.' } } }]);
    expect(picturesOf(editor, id)).toEqual(['good.png']);
    editor.files.dismiss(first(uploads(editor)).id);
    expect(uploads(editor)).toEqual([]);
  });

  test('are refused without a connection, and nothing is changed', async () => {
    const editor = createEditorFixture({ offline: true });
    const before = cardsIn(editor.doc, 1, 0);
    editor.files.add([file('a.png')], cellOf(editor));
    expect(uploads(editor)).toMatchObject([{ state: { kind: 'failed', failure: { reason: 'offline' } } }]);
    expect([cardsIn(editor.doc, 1, 0), editor.sent]).toEqual([before, []]);
  });

  test('say so when the card or the cell went meanwhile, or is full', async () => {
    const editor = createEditorFixture();
    const [id = '', other = ''] = [...cardsIn(editor.doc, 1, 0), ...cardsIn(editor.doc, 2, 0)];
    editor.files.add([file('a.png')], { type: 'card', id });
    deleteCards(editor.doc, { ids: [id] });
    await settled(editor);
    const picture = { fileId: 'f', name: 'f', mediaType: 'image/png', size: 1, width: 1, height: 1 };
    addAttachments(editor.doc, { cardId: other, files: Array.from({ length: 20 }, () => picture) });
    editor.files.add([file('b.png')], { type: 'card', id: other });
    await settled(editor);
    editor.files.add([file('c.png')], { type: 'cell', stepId: 'gone', laneId: 'gone' });
    await settled(editor);
    expect(uploads(editor).map(({ state }) => (state.kind === 'failed' ? state.failure.reason : ''))).toEqual([
      'cardGone',
      'cardGone',
      'cellGone',
    ]);
  });

  test('can be stopped while they wait; too many at once are cut with a word', async () => {
    const editor = createEditorFixture();
    const many = Array.from({ length: mostFilesAtOnce + 3 }, (_, index) => file(`${index}.png`));
    editor.files.add(many, cellOf(editor));
    const [, second] = uploads(editor);
    editor.files.cancel(second?.id ?? '');
    await settled(editor);
    expect(editor.sent).toHaveLength(mostFilesAtOnce - 1);
    expect(editor.sent).not.toContain('1.png');
    expect(uploads(editor)).toMatchObject([{ state: { failure: { reason: 'tooMany', count: 23, max: 20 } } }]);
  });

  test('still arrive when a version is shown meanwhile, and then nothing of it is selected', async () => {
    const options = { canWrite: true, mayWriteLive: true };
    const editor = createEditorFixture(options);
    const before = cardsIn(editor.doc, 1, 0).length;
    editor.files.add([file('a.png')], cellOf(editor));
    options.canWrite = false;
    await settled(editor);
    expect(uploads(editor)).toEqual([]);
    expect(cardsIn(editor.doc, 1, 0)).toHaveLength(before + 1);
    expect(editor.primary()).toBeNull();
  });

  test('a viewer brings none', () => {
    const editor = createEditorFixture({ canWrite: false });
    editor.files.add([file('a.png')], cellOf(editor));
    expect(uploads(editor)).toEqual([]);
    editor.select({ type: 'card', id: first(cardsIn(editor.doc, 1, 0)) });
    expect(editor.commands.can('addFile')).toBe(false);
    expect(editor.commands.can('nextCardKind')).toBe(false);
  });
});

describe('where files go', () => {
  test('is what lies under the pointer: a card, else its cell; nothing outside, and nothing folded away', () => {
    const editor = createEditorFixture();
    const { doc } = editor;
    const cell = cellOf(editor);
    const card = first(cardsIn(doc, 1, 0));
    const at = (box: { x: number; y: number } | undefined) => ({ x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + 4 });
    const index = indexOf(doc);
    expect(fileTargetAt(index, at(index.cards.get(card)?.box))).toEqual({ type: 'card', id: card });
    const box = index.layout.cells.get(cellKey(cell.stepId, cell.laneId))?.box;
    expect(fileTargetAt(index, at(box))).toEqual(cell);
    expect(fileTargetAt(index, { x: 4, y: 4 })).toBeNull();
    foldLane(doc, { id: cell.laneId, folded: true });
    const folded = indexOf(doc);
    expect(fileTargetAt(folded, at(folded.layout.cells.get(cellKey(cell.stepId, cell.laneId))?.box))).toBeNull();
  });

  test('is what is selected: one card, or a cell', () => {
    const editor = createEditorFixture();
    const index = indexOf(editor.doc);
    const [a = '', b = ''] = [...cardsIn(editor.doc, 1, 0), ...cardsIn(editor.doc, 2, 0)];
    expect(fileTargetOf(index, [{ type: 'card', id: a }])).toEqual({ type: 'card', id: a });
    expect(
      fileTargetOf(index, [
        { type: 'card', id: a },
        { type: 'card', id: b },
      ]),
    ).toBeNull();
    expect(fileTargetOf(index, [cellOf(editor)])).toEqual(cellOf(editor));
    expect(fileTargetOf(index, [])).toBeNull();
  });
});

test('the kind of what is selected goes round by key', () => {
  const editor = createEditorFixture();
  const id = first(cardsIn(editor.doc, 1, 0));
  editor.select({ type: 'card', id });
  const kinds = Array.from({ length: 5 }, () => {
    // On a Mac, Alt K makes another letter.
    editor.press('˚', { alt: true, code: 'KeyK' });
    return indexOf(editor.doc).cards.get(id)?.kind;
  });
  const start = ['note', 'painPoint', 'opportunity', 'question', 'quote'];
  expect([...kinds].sort()).toEqual([...start].sort());
  expect(editor.said).toContain('cardKind');
});

describe('copied cards', () => {
  function carrying() {
    const editor = createEditorFixture();
    const id = first(cardsIn(editor.doc, 1, 0));
    addCardTags(editor.doc, { ids: [id], tags: ['Rechnung'] });
    addCardLink(editor.doc, { cardId: id, address: 'https://example.org/', label: 'Bills' });
    addAttachments(editor.doc, {
      cardId: id,
      files: [{ fileId: 'f1', name: 'terms.pdf', mediaType: 'application/pdf', size: 9 }],
    });
    editor.select({ type: 'card', id });
    return { editor, json: copyCards(editor.context())?.json ?? '' };
  }
  const partsOf = (editor: Fixture, id: string) => indexOf(editor.doc).map.cardParts.get(id);

  test('carry on the same map what their originals do', () => {
    const { editor, json } = carrying();
    const cards = parseClipboard(json);
    if (!cards) throw new Error('nothing was copied');
    editor.select(cellOf(editor, 3, 1));
    pasteCopiedCards(editor.context(), cards);
    const pasted = editor.primary();
    const parts = partsOf(editor, pasted?.type === 'card' ? pasted.id : '');
    expect(parts?.tags).toEqual(['Rechnung']);
    expect(parts?.links).toMatchObject([{ address: 'https://example.org/', label: 'Bills' }]);
    expect(parts?.files).toMatchObject([{ fileId: 'f1', name: 'terms.pdf' }]);
  });

  test('of another map get their files after the server has given them', async () => {
    const { json } = carrying();
    const cards = parseClipboard(json.replace('"mapId":"map1"', '"mapId":"other"'));
    if (!cards) throw new Error('nothing was copied');
    const editor = createEditorFixture();
    editor.select(cellOf(editor, 3, 1));
    pasteCopiedCards(editor.context(), cards);
    const pasted = editor.primary();
    const id = pasted?.type === 'card' ? pasted.id : '';
    expect(partsOf(editor, id)?.files).toEqual([]);
    await vi.waitFor(() => expect(partsOf(editor, id)?.files).toMatchObject([{ fileId: 'f1' }]));
  });

  test('bring no link that runs something, whatever the clipboard says', () => {
    const { editor, json } = carrying();
    const cards = parseClipboard(json.replace('https://example.org/', 'javascript:alert(1)'));
    if (!cards) throw new Error('nothing was copied');
    editor.select(cellOf(editor, 3, 1));
    pasteCopiedCards(editor.context(), cards);
    const pasted = editor.primary();
    expect(partsOf(editor, pasted?.type === 'card' ? pasted.id : '')?.links).toEqual([]);
  });
});
