import { describe, expect, it } from 'vitest';
import { retarget, transitionKindOf } from '@/components/editor/canvas/interaction/connectSteps';
import { isFaded } from '@/components/editor/canvas/isFaded';
import { listWays } from '@/lib/map/ways/listWays';
import { listOnWay } from '@/lib/map/ways/onWay';
import { createEditorFixture, first, indexOf } from '../editorFixture';

describe('all-or-nothing moments one by one', () => {
  it('go from the first to the last and round, and back, from wherever the keyboard is', () => {
    const editor = createEditorFixture();
    const numberOf = () => {
      const at = editor.primary();
      return at?.type === 'step' ? indexOf(editor.doc).stepById.get(at.id)?.number : null;
    };
    editor.press('F9');
    expect(numberOf()).toBe(6);
    expect(editor.lens.getState().panel).toBe('moments');
    editor.press('F9');
    expect(numberOf()).toBe(10);
    editor.press('F9');
    expect(numberOf()).toBe(6);
    editor.press('F9', { shift: true });
    expect(numberOf()).toBe(10);
    expect(editor.said).toEqual(['moment.failed', 'moment.held', 'moment.failed', 'moment.held']);
    const card = first(
      indexOf(editor.doc).layout.cards.filter(({ stepId }) => indexOf(editor.doc).stepById.get(stepId)?.number === 8),
    );
    editor.select({ type: 'card', id: card.id });
    editor.press('F9', { shift: true });
    expect(numberOf()).toBe(6);
  });

  it('bring the step into the middle, as large as one needs to read it', () => {
    const editor = createEditorFixture();
    editor.view.set({ x: 0, y: 0, zoom: 0.1 });
    editor.press('F9');
    const box = indexOf(editor.doc).steps[5]?.box;
    const { x, y, zoom } = editor.view.viewport();
    expect(zoom).toBe(0.6);
    expect([(box ? box.x + box.width / 2 : 0) * zoom + x, (box ? box.y + box.height / 2 : 0) * zoom + y]).toEqual([600, 400]);
  });

  it('are for readers, too', () => {
    const editor = createEditorFixture({ canWrite: false });
    expect(editor.commands.can('nextMoment')).toBe(true);
    expect(editor.commands.can('connectStep')).toBe(false);
  });
});

describe('a highlighted way', () => {
  it('ends with Escape, before anything else that Escape does', () => {
    const editor = createEditorFixture();
    const step = first(indexOf(editor.doc).steps.map(({ id }) => ({ type: 'step', id }) as const));
    editor.select(step);
    editor.lens.getState().showWay('some way');
    expect(editor.press('Escape')).toBe(true);
    expect([editor.lens.getState().wayId, editor.primary()]).toEqual([null, step]);
    editor.press('Escape');
    expect(editor.primary()).toBeNull();
  });

  it('fades what does not lie on it, and nothing that belongs to no step', () => {
    const index = indexOf(createEditorFixture().doc);
    const way = listWays(index.map).ends[0]?.ways[0];
    expect(way?.steps).toHaveLength(6);
    const onWay = way ? listOnWay(index.map, way) : null;
    const [on, off] = [index.steps[2]?.id ?? '', index.steps[8]?.id ?? ''];
    const fades = (reference: Parameters<typeof isFaded>[2]) => isFaded(onWay, index, reference);
    expect([fades({ type: 'step', id: on }), fades({ type: 'step', id: off })]).toEqual([false, true]);
    expect(index.layout.cards.filter(({ id, stepId }) => fades({ type: 'card', id }) !== !onWay?.steps.has(stepId))).toEqual([]);
    expect(index.layout.stages.map(({ id }) => fades({ type: 'stage', id }))).toEqual([false, false, false, true, true]);
    expect(index.layout.transitions.map(({ id }) => fades({ type: 'transition', id })).filter((faded) => !faded)).toHaveLength(1);
    expect(fades({ type: 'lane', id: index.lanes[0]?.id ?? '' })).toBe(false);
    expect(isFaded(null, index, { type: 'step', id: off })).toBe(false);
  });
});

describe('the list of ways and the view of what is known', () => {
  it('open and close by their keys', () => {
    const editor = createEditorFixture();
    editor.press('g', { ctrl: true, shift: true });
    expect(editor.lens.getState().panel).toBe('ways');
    editor.press('e', { ctrl: true, shift: true });
    expect(editor.lens.getState()).toMatchObject({ panel: 'evidence', evidenceView: true });
    editor.press('g', { ctrl: true, shift: true });
    expect(editor.lens.getState()).toMatchObject({ panel: 'ways', evidenceView: true });
    editor.press('e', { ctrl: true, shift: true });
    expect(editor.lens.getState()).toMatchObject({ panel: 'ways', evidenceView: false });
    expect(editor.said).toEqual(['evidenceView', 'evidenceViewEnded']);
  });
});

describe('transitions', () => {
  it('ask for their target by a key, at the step that the keyboard stands at', () => {
    const editor = createEditorFixture();
    const step = indexOf(editor.doc).steps[1]?.id ?? '';
    expect(editor.press('k', { ctrl: true, shift: true })).toBe(false);
    editor.select({ type: 'step', id: step });
    editor.press('k', { ctrl: true, shift: true });
    expect(editor.targetsAsked).toEqual([step]);
  });

  it('keep words, share and a kind that was chosen when an end moves; else the kind says where they lead', () => {
    const editor = createEditorFixture();
    const [a, b, c] = indexOf(editor.doc).steps.map(({ id }) => id);
    const back = () => indexOf(editor.doc).map.transitions.find(({ share }) => share === 0.31);
    const { id = '', label } = back() ?? {};
    expect(retarget(editor.context(), id, 'from', b ?? '')).toBe(true);
    expect(back()).toMatchObject({ kind: 'skip', from: b, label });
    retarget(editor.context(), id, 'to', c ?? '');
    expect(back()?.kind).toBe('onward');
    retarget(editor.context(), id, 'to', b ?? '');
    expect(back()).toMatchObject({ kind: 'back', from: b, to: b });
    retarget(editor.context(), id, 'to', null);
    expect(back()).toMatchObject({ kind: 'exit', to: null });
    retarget(editor.context(), id, 'to', a ?? '');
    expect(back()?.kind).toBe('back');
    expect(retarget(editor.context(), id, 'from', null)).toBe(false);
    expect(transitionKindOf(indexOf(editor.doc), a ?? '', null)).toBe('exit');
  });
});
