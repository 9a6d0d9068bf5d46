import { describe, expect, it } from 'vitest';
import { pasteForeign } from '@/components/editor/commands/clipboard';
import { listTableTargets, takeTable } from '@/components/editor/commands/pasteTable';
import { deleteLane } from '@/lib/document/operations/lanes';
import { deleteStage } from '@/lib/document/operations/stages';
import { readMap } from '@/lib/document/readMap';
import { guessChoices, planTable } from '@/lib/map/table/planTable';
import { readTable } from '@/lib/map/table/readTable';
import { createEditorFixture, first } from '../editorFixture';

const text = '\tCalls again\tGives up\nDoing\tDials\tHangs up\nCosts\t3 €\t';

/** The plan as the dialog makes it when nothing is changed there. */
function planOf(editor: ReturnType<typeof createEditorFixture>, source = text) {
  const table = readTable({ html: '', text: source });
  if (!table) throw new Error('That is no table.');
  const { index } = editor.context();
  return planTable(table, guessChoices(table, index.map, listTableTargets(editor.context())), index.map);
}

describe('pasting what comes from elsewhere', () => {
  it('opens the look at a table, with nothing selected as well', () => {
    const editor = createEditorFixture();
    const before = JSON.stringify(readMap(editor.doc).map);
    expect(pasteForeign(editor.context(), { html: '', text })).toBe(true);
    expect(editor.pastedTable.getState().pasted).toMatchObject({ targets: [{ type: 'end' }] });
    expect(JSON.stringify(readMap(editor.doc).map)).toBe(before);
  });

  it('makes cards of a plain list as ever', () => {
    const editor = createEditorFixture();
    const { lanes, map } = editor.context().index;
    editor.select({ type: 'cell', stepId: first(map.steps).id, laneId: first(lanes).id });
    expect(pasteForeign(editor.context(), { html: '<ul><li>one</li><li>two</li></ul>', text: '•\tone\n•\ttwo' })).toBe(true);
    expect(editor.pastedTable.getState().pasted).toBeNull();
    expect(editor.said).toEqual(['pasted']);
  });

  it('tells those who may only look', () => {
    const editor = createEditorFixture({ canWrite: false });
    expect(pasteForeign(editor.context(), { html: '', text })).toBe(true);
    expect(editor.pastedTable.getState().pasted).toBeNull();
    expect(editor.said).toEqual(['readOnly']);
  });
});

describe('the places for a table', () => {
  it('are those around the keyboard, the nearest first, and the end', () => {
    const editor = createEditorFixture();
    const { lanes, map } = editor.context().index;
    const [stage, last] = [first(map.stages), map.stages.at(-1)];
    const stepId = first(stage.steps).id;
    const laneId = first(lanes).id;
    editor.select({ type: 'cell', stepId, laneId });
    expect(listTableTargets(editor.context())).toEqual([
      { type: 'cells', stepId, laneId },
      { type: 'afterStep', stepId },
      { type: 'endOfStage', stageId: stage.id },
      { type: 'end' },
    ]);
    editor.select({ type: 'stage', id: stage.id });
    expect(listTableTargets(editor.context())).toEqual([{ type: 'endOfStage', stageId: stage.id }, { type: 'end' }]);
    editor.select({ type: 'stage', id: last?.id ?? '' });
    expect(listTableTargets(editor.context())).toEqual([{ type: 'end' }]);
    editor.select({ type: 'lane', id: laneId });
    expect(listTableTargets(editor.context())).toEqual([{ type: 'end' }]);
  });
});

describe('taking a table over', () => {
  it('makes steps and lanes after the one at hand, selects the first, and is one step of undo', () => {
    const editor = createEditorFixture();
    const { map } = editor.context().index;
    editor.select({ type: 'step', id: map.steps[1]?.id ?? '' });
    takeTable(editor.context(), planOf(editor));
    const { map: after } = editor.context().index;
    expect(after.steps.slice(2, 4).map(({ title }) => title)).toEqual(['Calls again', 'Gives up']);
    expect(after.lanes.at(-1)).toMatchObject({ kind: 'custom', title: 'Costs' });
    expect(editor.primary()).toEqual({ type: 'step', id: after.steps[2]?.id });
    expect(editor.selection.getState().selected).toHaveLength(2);
    const notice = editor.notices[0];
    expect(notice).toMatchObject({ type: 'pastedTable', steps: 2, lanes: 1, entries: 3 });
    if (notice?.type === 'pastedTable') notice.undo();
    expect(editor.context().index.map.steps.map(({ id }) => id)).toEqual(map.steps.map(({ id }) => id));
    expect(editor.context().index.map.lanes.map(({ id }) => id)).toEqual(map.lanes.map(({ id }) => id));
    expect(editor.undo.canUndo()).toBe(false);
  });

  it('fills cells and goes to the first of the new cards', () => {
    const editor = createEditorFixture();
    const { lanes, map } = editor.context().index;
    const [stepId, laneId] = [first(map.steps).id, first(lanes).id];
    editor.select({ type: 'cell', stepId, laneId });
    takeTable(editor.context(), planOf(editor, 'a\tb\nc\td'));
    const { map: after, cardRecords } = editor.context().index;
    expect(after.steps).toHaveLength(map.steps.length);
    const primary = editor.primary();
    expect(primary?.type === 'card' && cardRecords.get(primary.id)).toMatchObject({ text: 'a', pos: { stepId, laneId } });
    expect(editor.selection.getState().selected).toHaveLength(4);
  });

  it('writes nothing when its place is gone meanwhile, and says so', () => {
    const editor = createEditorFixture();
    const { lanes, map } = editor.context().index;
    editor.select({ type: 'cell', stepId: first(map.steps).id, laneId: first(lanes).id });
    const plan = planOf(editor, 'a\tb');
    deleteLane(editor.doc, { id: first(lanes).id });
    const before = JSON.stringify(readMap(editor.doc).map);
    takeTable(editor.context(), plan);
    expect(JSON.stringify(readMap(editor.doc).map)).toBe(before);
    expect(editor.notices).toEqual([{ type: 'tableGone' }]);
  });

  it('begins a stage on a map without one', () => {
    const editor = createEditorFixture();
    for (const { id } of editor.context().index.map.stages) deleteStage(editor.doc, { id });
    takeTable(editor.context(), planOf(editor));
    const stage = editor.context().index.map.stages.find(({ unplaced }) => !unplaced);
    expect(stage?.steps.map(({ title }) => title)).toEqual(['Calls again', 'Gives up']);
  });
});
