import { describe, expect, it } from 'vitest';
import { cardsIn, createEditorFixture, first, indexOf } from '../editorFixture';

/** What the last deletion said. */
function lastOf(editor: ReturnType<typeof createEditorFixture>) {
  const notice = editor.notices.at(-1);
  if (notice?.type !== 'deleted') throw new Error('Nothing was said of a deletion.');
  return notice;
}

describe('a deletion', () => {
  it('says which step went, what went with it and what stays in the tray', () => {
    const editor = createEditorFixture();
    const { map } = indexOf(editor.doc);
    const end = first(map.transitions.filter(({ to }) => to !== null));
    const step = first(map.steps.filter(({ id }) => id === end.from));
    const cards = map.lanes.flatMap((_, lane) => cardsIn(editor.doc, step.number, lane)).length;
    editor.select({ type: 'step', id: step.id });
    editor.press('Delete');
    const { things } = lastOf(editor);
    expect(things.items).toEqual([{ type: 'step', count: 1, name: String(step.number) }]);
    const after = indexOf(editor.doc).map;
    expect(things.cardsToTray).toBe(cards);
    expect(after.unplacedCards).toHaveLength(cards);
    expect(things.transitionsToo).toBe(map.transitions.length - after.transitions.length);
    expect(things.transitionsToo).toBeGreaterThan(0);
  });

  it('counts steps that lose their stage, and no card that is deleted itself', () => {
    const editor = createEditorFixture();
    const { map } = indexOf(editor.doc);
    const stage = first(map.stages);
    const [one] = cardsIn(editor.doc, 1, 0);
    editor.select({ type: 'stage', id: stage.id }, { type: 'lane', id: first(map.lanes).id }, { type: 'card', id: one ?? '' });
    editor.press('Delete');
    const { things } = lastOf(editor);
    expect(things.items.map(({ type, count }) => [type, count])).toEqual([
      ['stage', 1],
      ['lane', 1],
      ['card', 1],
    ]);
    expect(things.stepsWithoutStage).toBe(stage.steps.length);
    expect(indexOf(editor.doc).map.unplacedCards).toHaveLength(things.cardsToTray);
  });

  it('is taken back by its own button, and only while nothing else was done since', () => {
    const editor = createEditorFixture();
    const step = first(indexOf(editor.doc).map.steps);
    editor.select({ type: 'step', id: step.id });
    editor.press('Delete');
    lastOf(editor).undo();
    expect(first(indexOf(editor.doc).map.steps).id).toBe(step.id);

    editor.select({ type: 'step', id: step.id });
    editor.press('Delete');
    const { undo } = lastOf(editor);
    const [card] = cardsIn(editor.doc, 1, 0);
    editor.select({ type: 'card', id: card ?? '' });
    editor.press('d', { ctrl: true });
    const copies = cardsIn(editor.doc, 1, 0);
    undo();
    expect(cardsIn(editor.doc, 1, 0)).toEqual(copies);
    expect(editor.notices.at(-1)).toEqual({ type: 'undoTooLate' });
  });
});
