import { describe, expect, it } from 'vitest';
import { showLanes } from '@/components/editor/commands/hideLane';
import { toLaneHeight } from '@/components/editor/commands/laneHeight';
import { showPersona } from '@/components/editor/commands/personaView';
import { parseLaneHeight } from '@/components/editor/inspector/LaneHeightField';
import { setEmotion } from '@/lib/document/operations/emotions';
import { foldLane } from '@/lib/document/operations/lanes';
import { addPersona } from '@/lib/document/operations/personas';
import { readMap } from '@/lib/document/readMap';
import { createEditorFixture, first, indexOf } from '../editorFixture';

const laneRecord = (doc: Parameters<typeof readMap>[0], id: string) => readMap(doc).map.lanes.find((lane) => lane.id === id);

describe('the height of a lane', () => {
  it('grows and shrinks by 8 pixels, from any of its cells, each a step of undo', () => {
    const editor = createEditorFixture();
    const { map, lanes } = editor.context().index;
    const lane = first(lanes);
    editor.select({ type: 'cell', stepId: first(map.steps).id, laneId: lane.id });
    expect(editor.press('ArrowDown', { alt: true, shift: true })).toBe(true);
    expect(editor.press('ArrowDown', { alt: true, shift: true })).toBe(true);
    expect(laneRecord(editor.doc, lane.id)?.height).toBe(lane.box.height + 16);
    expect(editor.said.at(-1)).toBe('laneHeight');
    editor.undo.undo();
    expect(laneRecord(editor.doc, lane.id)?.height).toBe(lane.box.height + 8);
    editor.press('ArrowUp', { alt: true, shift: true });
    expect(laneRecord(editor.doc, lane.id)?.height).toBeUndefined();
    expect(editor.said.at(-1)).toBe('laneFits');
  });

  it('is as high as its cards again by a command that is offered only then', () => {
    const editor = createEditorFixture();
    const lane = first(editor.context().index.lanes);
    editor.select({ type: 'lane', id: lane.id });
    expect(editor.commands.can('laneFits')).toBe(false);
    editor.commands.run('laneTaller');
    expect(editor.commands.run('laneFits')).toBe(true);
    expect(laneRecord(editor.doc, lane.id)?.height).toBeUndefined();
  });

  it('stays while it is folded, and for readers', () => {
    const editor = createEditorFixture();
    const lane = first(editor.context().index.lanes);
    foldLane(editor.doc, { id: lane.id, folded: true });
    editor.select({ type: 'lane', id: lane.id });
    expect(editor.commands.can('laneTaller')).toBe(false);
    const reader = createEditorFixture({ canWrite: false });
    reader.select({ type: 'lane', id: first(reader.context().index.lanes).id });
    for (const id of ['laneTaller', 'laneLower', 'laneFits', 'hideLane', 'foldLane'] as const) {
      expect(reader.commands.can(id)).toBe(false);
    }
  });

  it('is stored only beyond what the cards ask for, within its bounds', () => {
    expect(toLaneHeight({ contentHeight: 100 }, 99)).toBeNull();
    expect(toLaneHeight({ contentHeight: 100 }, 100)).toBeNull();
    expect(toLaneHeight({ contentHeight: 100 }, 100.6)).toBe(101);
    expect(toLaneHeight({ contentHeight: 100 }, 99_999)).toBe(4000);
  });

  it('is read from what people write', () => {
    expect(['120', ' 120 px', '119,6', '', '  ', '23', '4001', 'high'].map(parseLaneHeight)).toEqual([
      ...[120, 120, 120, undefined, undefined, null, null, null],
    ]);
  });
});

describe('hiding lanes', () => {
  it('goes on at the lane beside it, says so, and can be taken back', () => {
    const editor = createEditorFixture();
    const [one, two] = editor.context().index.lanes;
    editor.select({ type: 'lane', id: one?.id ?? '' });
    expect(editor.press(' ', { shift: true, code: 'Space' })).toBe(true);
    expect(editor.primary()).toEqual({ type: 'lane', id: two?.id });
    expect(editor.context().index.lanes[0]?.id).toBe(two?.id);
    const notice = editor.notices[0];
    expect(notice).toMatchObject({ type: 'lanesHidden' });
    if (notice?.type === 'lanesHidden') notice.undo();
    expect(editor.context().index.lanes[0]?.id).toBe(one?.id);
  });

  it('takes all that are selected, and the last one up when none is below', () => {
    const editor = createEditorFixture();
    const { lanes, map } = editor.context().index;
    const [kept, ...others] = lanes;
    editor.select(...others.map(({ id }) => ({ type: 'lane', id }) as const));
    editor.commands.run('hideLane');
    expect(editor.primary()).toEqual({ type: 'lane', id: kept?.id });
    editor.commands.run('hideLane');
    expect(editor.primary()).toEqual({ type: 'step', id: first(map.steps).id });
    expect(editor.context().index.map.hiddenLanes).toHaveLength(lanes.length);
  });

  it('does not fold: Space alone does', () => {
    const editor = createEditorFixture();
    const lane = first(editor.context().index.lanes);
    editor.select({ type: 'lane', id: lane.id });
    editor.press(' ', { code: 'Space' });
    expect(laneRecord(editor.doc, lane.id)).toMatchObject({ folded: true });
    expect(laneRecord(editor.doc, lane.id)?.hidden).toBeUndefined();
  });

  it('ends by showing them: the first takes the keyboard', () => {
    const editor = createEditorFixture();
    const ids = editor.context().index.lanes.map(({ id }) => id);
    editor.select(...ids.map((id) => ({ type: 'lane', id }) as const));
    editor.commands.run('hideLane');
    const before = editor.focusCount();
    showLanes(editor.context(), ids.slice(1));
    expect(editor.primary()).toEqual({ type: 'lane', id: ids[1] });
    expect(editor.focusCount()).toBe(before + 1);
    expect(editor.said.at(-1)).toBe('laneShown');
    expect(editor.context().index.map.hiddenLanes.map(({ id }) => id)).toEqual([ids[0]]);
    editor.undo.undo();
    expect(editor.context().index.map.hiddenLanes).toHaveLength(ids.length);
  });
});

describe('the personas that are shown', () => {
  it('change from all to one after the other, without touching the map', () => {
    const editor = createEditorFixture();
    expect(editor.commands.can('nextPersona')).toBe(false);
    const karl = addPersona(editor.doc, { name: 'Karl' }) ?? '';
    const main = first(indexOf(editor.doc).map.personas).id;
    const before = JSON.stringify(readMap(editor.doc).map);
    const seen = [0, 1, 2].map(() => {
      editor.press('π', { alt: true, shift: true, code: 'KeyP' });
      return editor.personaView.getState().alone;
    });
    expect(seen).toEqual([main, karl, null]);
    expect(editor.said).toEqual(['personaAlone', 'personaAlone', 'personasAll']);
    expect(JSON.stringify(readMap(editor.doc).map)).toBe(before);
  });

  it('take the keyboard from a point that is no longer drawn to its step', () => {
    const editor = createEditorFixture();
    const karl = addPersona(editor.doc, { name: 'Karl' }) ?? '';
    const stepId = first(indexOf(editor.doc).map.steps).id;
    setEmotion(editor.doc, { stepId, personaId: karl, value: 1 });
    const main = first(indexOf(editor.doc).map.personas).id;
    editor.select({ type: 'emotion', stepId, personaId: karl });
    showPersona(editor.context(), main);
    expect(editor.primary()).toEqual({ type: 'step', id: stepId });
    expect(editor.context().index.layout.curve.personas.map(({ personaId }) => personaId)).toEqual([main]);
  });

  it('are the ones whose feelings keys change', () => {
    const editor = createEditorFixture();
    const karl = addPersona(editor.doc, { name: 'Karl' }) ?? '';
    const stepId = first(indexOf(editor.doc).map.steps).id;
    showPersona(editor.context(), karl);
    editor.select({ type: 'step', id: stepId });
    editor.commands.run('raiseEmotion');
    expect(editor.primary()).toEqual({ type: 'emotion', stepId, personaId: karl });
  });
});
