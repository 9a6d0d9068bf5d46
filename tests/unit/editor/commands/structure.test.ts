import { describe, expect, it } from 'vitest';
import { setText } from '@/lib/document/textReference';
import { cellKey } from '@/lib/map/arrange';
import { maxTextLength } from '@/lib/map/text';
import { cardsIn, createEditorFixture, first, indexOf } from '../editorFixture';

type Editor = ReturnType<typeof createEditorFixture>;
const step = (id: string | undefined) => ({ type: 'step', id: id ?? '' }) as const;
const stage = (id: string | undefined) => ({ type: 'stage', id: id ?? '' }) as const;
const lane = (id: string | undefined) => ({ type: 'lane', id: id ?? '' }) as const;
const card = (id: string | undefined) => ({ type: 'card', id: id ?? '' }) as const;
const mapOf = (editor: Editor) => indexOf(editor.doc).map;
const titles = (editor: Editor) => mapOf(editor).steps.map(({ title }) => title);

describe('selecting more by keyboard', () => {
  it('takes the next step in, and lets it go on the way back', () => {
    const editor = createEditorFixture();
    const { steps } = mapOf(editor);
    editor.select(step(steps[1]?.id));
    editor.press('ArrowRight', { shift: true });
    editor.press('ArrowRight', { shift: true });
    expect(editor.selection.getState().selected).toEqual([1, 2, 3].map((number) => step(steps[number]?.id)));
    editor.press('ArrowLeft', { shift: true });
    expect(editor.selection.getState().selected).toHaveLength(2);
    editor.select(lane(mapOf(editor).lanes[0]?.id));
    editor.press('ArrowDown', { shift: true });
    expect(editor.selection.getState().selected).toHaveLength(2);
  });

  it('goes from a card to the next card past empty cells', () => {
    const editor = createEditorFixture();
    editor.select(card(cardsIn(editor.doc, 1, 0)[0]));
    editor.press('ArrowRight', { shift: true });
    const { selected } = editor.selection.getState();
    expect(selected.map(({ type }) => type)).toEqual(['card', 'card']);
  });

  it('goes outwards: from a card to its cell, its step, its stage', () => {
    const editor = createEditorFixture();
    const { steps, stages, lanes } = mapOf(editor);
    editor.select(card(cardsIn(editor.doc, 1, 0)[0]));
    editor.press('Enter', { shift: true });
    expect(editor.primary()).toEqual({ type: 'cell', stepId: steps[0]?.id, laneId: lanes[0]?.id });
    editor.press('Enter', { shift: true });
    expect(editor.primary()).toEqual(step(steps[0]?.id));
    editor.press('Enter', { shift: true });
    expect(editor.primary()).toEqual(stage(stages[0]?.id));
    expect(editor.press('Enter', { shift: true })).toBe(false);
  });
});

describe('merging and splitting', () => {
  it('makes one of the selected steps, says which one stays, and takes it back at once', () => {
    const editor = createEditorFixture();
    const before = titles(editor);
    const { steps } = mapOf(editor);
    editor.select(step(steps[2]?.id), step(steps[1]?.id));
    expect(editor.press('Backspace', { alt: true })).toBe(true);
    expect(editor.primary()).toEqual(step(steps[1]?.id));
    expect(titles(editor)).toEqual([before[0], `${before[1]} / ${before[2]}`, ...before.slice(3)]);
    const notice = first(editor.notices);
    expect(notice).toMatchObject({ type: 'merged', what: 'step', count: 2, name: '2' });
    if (notice.type === 'merged') notice.undo();
    expect(titles(editor)).toEqual(before);
    // The button is gone: the keyboard is on the map.
    expect(editor.focusCount()).toBe(1);
  });

  it('merges one step with the next, and stages with their steps', () => {
    const editor = createEditorFixture();
    const { steps, stages } = mapOf(editor);
    editor.select(step(steps[0]?.id));
    expect(editor.commands.can('merge')).toBe(false);
    expect(editor.commands.run('mergeWithNext')).toBe(true);
    expect(mapOf(editor).steps).toHaveLength(steps.length - 1);
    editor.select(stage(stages[0]?.id), stage(stages[1]?.id));
    expect(editor.commands.run('merge')).toBe(true);
    expect(mapOf(editor).stages).toHaveLength(stages.length - 1);
    expect(mapOf(editor).steps).toHaveLength(steps.length - 1);
    editor.select(stage(mapOf(editor).stages.at(-1)?.id));
    expect(editor.commands.can('mergeWithNext')).toBe(false);
  });

  it('merges nothing when a text would be too long, and says so', () => {
    const editor = createEditorFixture();
    const { steps } = mapOf(editor);
    for (const { id } of steps.slice(0, 2)) {
      setText(editor.doc, { reference: { type: 'step', id, field: 'notes' }, text: id + 'x'.repeat(maxTextLength - 40) });
    }
    editor.select(step(steps[0]?.id), step(steps[1]?.id));
    editor.commands.run('merge');
    expect(editor.notices).toEqual([{ type: 'refused', reason: 'textTooLong' }]);
    expect(mapOf(editor).steps).toHaveLength(steps.length);
  });

  it('asks what goes to the new step', () => {
    const editor = createEditorFixture();
    const { steps } = mapOf(editor);
    const [upper] = cardsIn(editor.doc, 1, 0);
    editor.select(card(upper));
    expect(editor.press('Enter', { alt: true })).toBe(true);
    expect(editor.questions).toEqual([{ type: 'splitStep', stepId: steps[0]?.id, from: upper }]);
    editor.select(stage(mapOf(editor).stages[0]?.id));
    expect(editor.commands.can('splitStep')).toBe(false);
  });

  it('begins a stage with a step, and opens its title', () => {
    const editor = createEditorFixture();
    const { stages } = mapOf(editor);
    const long = stages.findIndex(({ steps }) => steps.length > 1);
    editor.select(step(stages[long]?.steps[0]?.id));
    expect(editor.commands.can('splitStage')).toBe(false);
    editor.select(step(stages[long]?.steps[1]?.id));
    expect(editor.press('Enter', { alt: true, shift: true })).toBe(true);
    const made = mapOf(editor).stages[long + 1];
    expect(made?.steps[0]?.id).toBe(stages[long]?.steps[1]?.id);
    expect(editor.selection.getState().editing).toEqual(stage(made?.id));
  });
});

describe('duplicating', () => {
  it('copies steps, stages and lanes, selects the copies, and says what stays with the originals', () => {
    const editor = createEditorFixture();
    const { steps, stages, lanes } = mapOf(editor);
    editor.select(step(steps[0]?.id), step(steps[1]?.id));
    editor.press('d', { ctrl: true });
    expect(mapOf(editor).steps).toHaveLength(steps.length + 2);
    expect(editor.selection.getState().selected).toHaveLength(2);
    editor.select(stage(stages[1]?.id));
    editor.press('d', { ctrl: true });
    expect(mapOf(editor).stages).toHaveLength(stages.length + 1);
    editor.select(lane(lanes[0]?.id));
    editor.press('d', { ctrl: true });
    expect(mapOf(editor).lanes).toHaveLength(lanes.length + 1);
    expect(editor.primary()).toEqual(lane(mapOf(editor).lanes[1]?.id));
    expect(editor.notices.map((notice) => notice.type === 'duplicated' && [notice.what, notice.count])).toEqual([
      ['step', 2],
      ['stage', 1],
      ['lane', 1],
    ]);
    for (let count = 0; count < 3; count++) editor.undo.undo();
    expect(mapOf(editor).lanes).toEqual(lanes);
    expect(titles(editor)).toEqual(steps.map(({ title }) => title));
  });
});

describe('moving', () => {
  it('takes all cards of a cell into the next one, and goes with them', () => {
    const editor = createEditorFixture();
    const { steps, lanes } = mapOf(editor);
    const ids = cardsIn(editor.doc, 1, 0);
    const beside = cardsIn(editor.doc, 2, 0);
    expect(ids.length).toBeGreaterThan(1);
    editor.select({ type: 'cell', stepId: steps[0]?.id ?? '', laneId: lanes[0]?.id ?? '' });
    editor.press('ArrowRight', { alt: true });
    expect(cardsIn(editor.doc, 1, 0)).toEqual([]);
    expect(cardsIn(editor.doc, 2, 0)).toEqual([...beside, ...ids]);
    expect(editor.primary()).toEqual({ type: 'cell', stepId: steps[1]?.id, laneId: lanes[0]?.id });
    editor.undo.undo();
    editor.select({ type: 'cell', stepId: steps[0]?.id ?? '', laneId: lanes[0]?.id ?? '' });
    const below = cardsIn(editor.doc, 1, 1);
    editor.press('ArrowDown', { alt: true });
    expect(cardsIn(editor.doc, 1, 1)).toEqual([...below, ...ids]);
    expect(mapOf(editor).cells.get(cellKey(steps[0]?.id ?? '', lanes[0]?.id ?? ''))).toBeUndefined();
  });

  it('takes several lanes and stages past the next one, in one step of undo', () => {
    const editor = createEditorFixture();
    const { lanes, stages } = mapOf(editor);
    const laneIds = () => mapOf(editor).lanes.map(({ id }) => id);
    const [a, b, c] = lanes.map(({ id }) => id);
    editor.select(lane(b), lane(a));
    editor.press('ArrowDown', { alt: true });
    expect(laneIds().slice(0, 3)).toEqual([c, a, b]);
    editor.undo.undo();
    expect(laneIds().slice(0, 3)).toEqual([a, b, c]);
    const stageIds = stages.map(({ id }) => id);
    editor.select(stage(stageIds[1]), stage(stageIds[2]));
    editor.press('ArrowLeft', { alt: true });
    expect(
      mapOf(editor)
        .stages.map(({ id }) => id)
        .slice(0, 3),
    ).toEqual([stageIds[1], stageIds[2], stageIds[0]]);
    expect(editor.press('ArrowLeft', { alt: true })).toBe(true);
    expect(mapOf(editor).stages[0]?.id).toBe(stageIds[1]);
  });

  it('takes several steps together', () => {
    const editor = createEditorFixture();
    const ids = mapOf(editor).steps.map(({ id }) => id);
    editor.select(step(ids[0]), step(ids[1]));
    editor.press('ArrowRight', { alt: true });
    const now = mapOf(editor).steps.map(({ id }) => id);
    expect(now.indexOf(ids[1] ?? '')).toBe(now.indexOf(ids[0] ?? '') + 1);
    expect(mapOf(editor).steps.map(({ title }) => title)).toHaveLength(ids.length);
  });
});

describe('readers', () => {
  it('change no structure', () => {
    const editor = createEditorFixture({ canWrite: false });
    const { steps } = mapOf(editor);
    editor.select(step(steps[0]?.id), step(steps[1]?.id));
    for (const id of ['merge', 'mergeWithNext', 'splitStep', 'splitStage', 'duplicate'] as const) {
      expect(editor.commands.can(id), id).toBe(false);
    }
    expect(editor.press('ArrowRight', { shift: true })).toBe(true);
  });
});
