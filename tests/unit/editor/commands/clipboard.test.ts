import { describe, expect, it } from 'vitest';
import { copyCards, parseClipboard, pasteCopiedCards, pasteText } from '@/components/editor/commands/clipboard';
import { linkEvidence } from '@/lib/document/operations/evidenceLinks';
import { maxPastedCards } from '@/lib/document/operations/pasteCards';
import { readMap } from '@/lib/document/readMap';
import { cardsIn, createEditorFixture, indexOf } from '../editorFixture';

const card = (id: string | undefined) => ({ type: 'card', id: id ?? '' }) as const;
const textsIn = (editor: ReturnType<typeof createEditorFixture>, step: number, lane: number) =>
  cardsIn(editor.doc, step, lane).map((id) => indexOf(editor.doc).cardRecords.get(id)?.text);

describe('copying', () => {
  it('takes cards as they lie, one line each for other programs', () => {
    const editor = createEditorFixture();
    const ids = cardsIn(editor.doc, 1, 0);
    editor.select(...ids.toReversed().map(card), card(cardsIn(editor.doc, 2, 1)[0]));
    const copied = copyCards(editor.context());
    expect(copied?.text.split('\n')).toHaveLength(ids.length + 1);
    const cards = parseClipboard(copied?.json ?? '')?.cards ?? [];
    expect(cards.map(({ column, row }) => [column, row])).toEqual([...ids.map(() => [0, 0]), [1, 1]]);
  });

  it('takes nothing when no card is selected', () => {
    const editor = createEditorFixture();
    editor.select({ type: 'step', id: indexOf(editor.doc).steps[0]?.id ?? '' });
    expect(copyCards(editor.context())).toBeNull();
  });
});

describe('pasting', () => {
  it('keeps the shape of a block, into another map too, in one step of undo', () => {
    const source = createEditorFixture();
    source.select(card(cardsIn(source.doc, 1, 0)[0]), card(cardsIn(source.doc, 2, 1)[0]));
    const cards = parseClipboard(copyCards(source.context())?.json ?? '');
    const target = createEditorFixture();
    const { steps, lanes } = indexOf(target.doc).map;
    target.select({ type: 'cell', stepId: steps[4]?.id ?? '', laneId: lanes[0]?.id ?? '' });
    expect(cards && pasteCopiedCards(target.context(), cards)).toBe(true);
    expect(textsIn(target, 5, 0)).toContain(textsIn(source, 1, 0)[0]);
    expect(textsIn(target, 6, 1)).toContain(textsIn(source, 2, 1)[0]);
    expect(target.selection.getState().selected).toHaveLength(2);
    target.undo.undo();
    expect(textsIn(target, 5, 0)).toEqual(textsIn(source, 5, 0));
    expect(textsIn(target, 6, 1)).toEqual(textsIn(source, 6, 1));
  });

  it('puts what would fall off the map into its last column', () => {
    const editor = createEditorFixture();
    editor.select(card(cardsIn(editor.doc, 1, 0)[0]), card(cardsIn(editor.doc, 3, 0)[0]));
    const cards = parseClipboard(copyCards(editor.context())?.json ?? '');
    const { steps, lanes } = indexOf(editor.doc).map;
    const before = cardsIn(editor.doc, steps.length, 0).length;
    editor.select({ type: 'cell', stepId: steps.at(-1)?.id ?? '', laneId: lanes[0]?.id ?? '' });
    if (cards) pasteCopiedCards(editor.context(), cards);
    expect(cardsIn(editor.doc, steps.length, 0)).toHaveLength(before + 2);
  });

  it('makes a card of each plain line, below the selected card', () => {
    const editor = createEditorFixture();
    const [upper, lower] = cardsIn(editor.doc, 1, 0);
    editor.select(card(upper));
    expect(pasteText(editor.context(), '- one\n\n2. two\r\nthree')).toBe(true);
    expect(textsIn(editor, 1, 0).slice(1, 4)).toEqual(['one', 'two', 'three']);
    expect(cardsIn(editor.doc, 1, 0).at(-1)).toBe(lower);
  });

  it('makes steps of lines at a step, and nothing of nothing', () => {
    const editor = createEditorFixture();
    const [step] = indexOf(editor.doc).map.steps;
    editor.select({ type: 'step', id: step?.id ?? '' });
    expect(pasteText(editor.context(), 'Calls again\nGives up')).toBe(true);
    expect(
      indexOf(editor.doc)
        .map.steps.slice(1, 3)
        .map(({ title }) => title),
    ).toEqual(['Calls again', 'Gives up']);
    expect(pasteText(editor.context(), ' \n ')).toBe(false);
    editor.selection.getState().clear();
    expect(pasteText(editor.context(), 'nowhere')).toBe(false);
  });

  it('says how many lines of a long list it took', () => {
    const editor = createEditorFixture();
    const list = (count: number) => Array.from({ length: count }, (_, line) => `- line ${line + 1}`).join('\n');
    const before = cardsIn(editor.doc, 1, 0).length;
    editor.select(card(cardsIn(editor.doc, 1, 0)[0]));
    pasteText(editor.context(), list(maxPastedCards));
    expect(editor.notices).toEqual([]);
    pasteText(editor.context(), list(3000));
    expect(editor.notices).toEqual([{ type: 'pastedPart', made: 'cards', count: maxPastedCards, total: 3000 }]);
    expect(cardsIn(editor.doc, 1, 0)).toHaveLength(before + 2 * maxPastedCards);
  });

  it('refuses what is no clipboard of ours', () => {
    for (const json of [
      '',
      '{',
      '[]',
      '{"version":2,"cards":[]}',
      '{"version":1,"cards":[{"text":1}]}',
      JSON.stringify({ version: 1, cards: [{ column: 1e9, row: 0, text: '', kind: 'note' }] }),
    ]) {
      expect(parseClipboard(json), json).toBeNull();
    }
  });

  it('does nothing for readers', () => {
    const editor = createEditorFixture({ canWrite: false });
    editor.select(card(cardsIn(editor.doc, 1, 0)[0]));
    expect(pasteText(editor.context(), 'x')).toBe(false);
  });
});

describe('evidence', () => {
  const linked = (workspaceId: string | null) => {
    const editor = createEditorFixture({ mapId: 'one', workspaceId });
    const [id = ''] = cardsIn(editor.doc, 1, 0);
    linkEvidence(editor.doc, { target: { type: 'card', id }, sourceId: 'source', filter: { touchpoint: 'Hotline' } });
    editor.select(card(id));
    return parseClipboard(copyCards(editor.context())?.json ?? '');
  };
  const pasted = (cards: ReturnType<typeof linked>, workspaceId: string | null) => {
    const target = createEditorFixture({ mapId: 'other', workspaceId });
    const { steps, lanes } = indexOf(target.doc).map;
    target.select({ type: 'cell', stepId: steps[4]?.id ?? '', laneId: lanes[0]?.id ?? '' });
    // The fixture's files are all of one map; links go by the workspace.
    if (cards) pasteCopiedCards(target.context(), { ...cards, mapId: 'one' });
    return readMap(target.doc).map.links.map(({ sourceId, filter }) => [sourceId, filter]);
  };

  it('comes along on maps of the same workspace, and stays behind elsewhere and for guests', () => {
    expect(pasted(linked('mine'), 'mine')).toEqual([['source', { touchpoint: 'Hotline' }]]);
    expect(pasted(linked('mine'), 'theirs')).toEqual([]);
    expect(pasted(linked('mine'), null)).toEqual([]);
    expect(pasted(linked(null), 'mine')).toEqual([]);
  });
});
