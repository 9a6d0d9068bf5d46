import { describe, expect, test } from 'vitest';
import { beginGesture, canTakeHold } from '@/components/editor/canvas/interaction/beginGesture';
import { openAt } from '@/components/editor/canvas/interaction/clickAt';
import { isMapLocked, selectionLock } from '@/components/editor/canvas/menu/selectionLock';
import { showLanes } from '@/components/editor/commands/hideLane';
import { startTyping } from '@/components/editor/commands/startTyping';
import type { MapReference } from '@/components/editor/reference';
import type { LockGuard } from '@/components/editor/session/lockGuard';
import { hideLanes } from '@/lib/document/operations/lanes';
import { firstLockAt, type LockReason } from '@/lib/workshop/lockAt';
import { noWorkshop, type WorkshopLocks } from '@/lib/workshop/state';
import { createEditorFixture } from '../editorFixture';

function locked(
  toLocks: (editor: ReturnType<typeof createEditorFixture>) => Partial<WorkshopLocks>,
  options: Pick<NonNullable<Parameters<typeof createEditorFixture>[0]>, 'role' | 'canWrite'> = {},
) {
  const refused: LockReason[] = [];
  let locks: WorkshopLocks = noWorkshop().locks;
  const guard: LockGuard = {
    set: () => undefined,
    at: (places) => firstLockAt(locks, places),
    onRefused: () => () => undefined,
    refuse: (reason) => refused.push(reason),
    destroy: () => undefined,
  };
  const editor = createEditorFixture({ ...options, locks: guard });
  locks = { ...locks, ...toLocks(editor) };
  const { index } = editor.context();
  const [card] = index.layout.cards.filter(({ laneId }) => locks.lanes.includes(laneId) || locks.lanes.length === 0);
  if (!card) throw new Error('the map has cards');
  const reference: MapReference = { type: 'card', id: card.id };
  return { ...editor, refused, card, reference };
}

const firstLane = ({ context }: ReturnType<typeof createEditorFixture>): string => context().index.layout.cards[0]?.laneId ?? '';

describe('in a locked lane', () => {
  test('commands are dimmed in menus, and their keys are answered with the reason', () => {
    const editor = locked((fixture) => ({ lanes: [firstLane(fixture)] }));
    editor.selection.getState().select(editor.reference);
    const before = editor.context().index.cards.size;
    for (const id of [
      'edit',
      'addCard',
      'addCardAbove',
      'duplicate',
      'deleteSelection',
      'nextCardKind',
      'addFile',
      'moveRight',
    ] as const) {
      expect([id, editor.commands.can(id)]).toEqual([id, false]);
      expect([id, editor.commands.run(id)]).toEqual([id, true]);
    }
    expect(editor.refused).toHaveLength(8);
    expect(new Set(editor.refused.map(({ type }) => type))).toEqual(new Set(['lane']));
    expect(editor.context().index.cards.size).toBe(before);
    expect(editor.selection.getState().editing).toBeNull();
    // Looking around is free.
    for (const id of ['goRight', 'selectAround', 'fit', 'comment'] as const) editor.commands.run(id);
    expect(editor.refused).toHaveLength(8);
  });

  test('typing, double clicks and dragging do nothing and say why', () => {
    const editor = locked((fixture) => ({ lanes: [firstLane(fixture)] }));
    editor.selection.getState().select(editor.reference);
    expect(startTyping(editor.context())).toBe(false);
    openAt(editor.context(), { type: 'cell', stepId: editor.card.stepId, laneId: editor.card.laneId });
    expect(canTakeHold(editor.context(), editor.reference)).toBe(false);
    const gesture = beginGesture(editor.context(), { reference: editor.reference, laneEdge: null }, { x: 0, y: 0 });
    expect(gesture.type).toBe('marquee');
    expect(editor.refused).toHaveLength(3);
  });

  test('steps are open, and a lane of its own can be added', () => {
    const editor = locked((fixture) => ({ lanes: [firstLane(fixture)] }));
    editor.selection.getState().select({ type: 'step', id: editor.card.stepId });
    for (const id of ['edit', 'addStepAfter', 'addLaneBelow', 'addStageAfter', 'toggleMoment'] as const) {
      expect([id, editor.commands.can(id)]).toEqual([id, true]);
    }
  });
});

test('where the whole map is locked, whoever else might write is told why nothing opens; whoever only looks is not', () => {
  for (const role of ['editor', 'viewer'] as const) {
    const editor = locked(() => ({ map: true }), { role, canWrite: false });
    openAt(editor.context(), editor.reference);
    expect(editor.selection.getState().editing).toBeNull();
    expect(editor.refused).toEqual(role === 'editor' ? [{ type: 'map' }] : []);
  }
});

test('where only some lanes are open, the structure is closed', () => {
  const editor = locked((fixture) => ({ onlyLanes: [firstLane(fixture)] }));
  editor.selection.getState().select({ type: 'step', id: editor.card.stepId });
  for (const id of [
    'edit',
    'addStepAfter',
    'addLaneBelow',
    'addStageAfter',
    'toggleMoment',
    'deleteSelection',
    'merge',
  ] as const) {
    expect([id, editor.commands.can(id)]).toEqual([id, false]);
  }
});

test('a menu knows beforehand what is locked of what it is about, and hidden lanes that are locked stay hidden', () => {
  const editor = locked((fixture) => ({ lanes: [firstLane(fixture)] }));
  const laneId = editor.card.laneId;
  expect(selectionLock(editor.context())).toBeNull();
  editor.selection.getState().select(editor.reference);
  expect(selectionLock(editor.context())).toEqual({ type: 'lane', id: laneId });
  editor.selection.getState().select({ type: 'step', id: editor.card.stepId });
  expect([selectionLock(editor.context()), isMapLocked(editor.context())]).toEqual([null, false]);
  hideLanes(editor.doc, { ids: [laneId], hidden: true });
  showLanes(editor.context(), [laneId]);
  expect(editor.refused).toEqual([{ type: 'lane', id: laneId }]);
  expect(editor.context().index.map.hiddenLanes.map(({ id }) => id)).toEqual([laneId]);
});

test('a menu of the paper says that the structure is closed', () => {
  const editor = locked((fixture) => ({ onlyLanes: [firstLane(fixture)] }));
  expect(selectionLock(editor.context())).toEqual({ type: 'onlyLanes' });
  expect(isMapLocked(editor.context())).toBe(true);
});

test('what a silent round keeps from the others is not commented on', () => {
  const editor = createEditorFixture({ hidden: ['hidden'] });
  expect(editor.context().isHidden('hidden')).toBe(true);
});
