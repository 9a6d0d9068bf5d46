import { describe, expect, it } from 'vitest';
import { initialFacts, reduceSave, type SaveEvent, type SaveFacts, toSaveState } from '@/components/editor/session/saveMachine';

const factsAfter = (events: SaveEvent[], from: SaveFacts = initialFacts): SaveFacts => events.reduce(reduceSave, from);
const stateAfter = (...events: SaveEvent[]) => toSaveState(factsAfter(events));

const edit: SaveEvent[] = [{ type: 'edited' }, { type: 'frameSent', frame: 'update' }];
const ready: SaveEvent[] = [
  { type: 'role', mayWrite: true },
  { type: 'opened' },
  { type: 'loaded' },
  { type: 'frameSent', frame: 'answer' },
  { type: 'confirmed', count: 1 },
];

describe('save machine', () => {
  it('is loading until the content is here', () => {
    expect(stateAfter({ type: 'role', mayWrite: true })).toEqual({ kind: 'loading' });
    expect(stateAfter(...ready)).toEqual({ kind: 'saved' });
  });

  it('is saving until the last frame is confirmed', () => {
    expect(stateAfter(...ready, ...edit, ...edit)).toEqual({ kind: 'saving', changes: 2 });
    expect(stateAfter(...ready, ...edit, ...edit, { type: 'confirmed', count: 2 })).toEqual({ kind: 'saving', changes: 1 });
    expect(stateAfter(...ready, ...edit, ...edit, { type: 'confirmed', count: 3 })).toEqual({ kind: 'saved' });
  });

  it('keeps counting offline, and counts unconfirmed frames again', () => {
    const state = stateAfter(...ready, ...edit, ...edit, { type: 'closed', crowded: false }, { type: 'edited' });
    expect(state).toEqual({ kind: 'offline', cause: 'network', changes: 3, kept: true });
  });

  it('count what continues an edit once while cut off, but every frame while connected', () => {
    const off: SaveEvent[] = [...ready, { type: 'closed', crowded: false }];
    const again: SaveEvent = { type: 'edited', again: true };
    expect(stateAfter(...off, { type: 'edited' }, again, again)).toMatchObject({ kind: 'offline', changes: 1 });
    expect(stateAfter(...off, again)).toMatchObject({ kind: 'offline', changes: 1 });
    expect(stateAfter(...ready, ...edit, again)).toEqual({ kind: 'saving', changes: 2 });
  });

  it('takes offline edits as saved only when the answer that carries them is confirmed', () => {
    const back: SaveEvent[] = [
      ...ready,
      { type: 'closed', crowded: false },
      { type: 'edited' },
      { type: 'edited' },
      { type: 'opened' },
      // Typed after the socket opened, before the server asked what we have.
      ...edit,
      { type: 'frameSent', frame: 'answer' },
    ];
    expect(stateAfter(...back)).toEqual({ kind: 'saving', changes: 3 });
    expect(stateAfter(...back, { type: 'confirmed', count: 1 })).toEqual({ kind: 'saving', changes: 2 });
    expect(stateAfter(...back, { type: 'confirmed', count: 2 })).toEqual({ kind: 'saved' });
  });

  it('does not take an edit as sent that met a closing socket', () => {
    const closing = [...ready, { type: 'edited' } as const];
    expect(stateAfter(...closing, { type: 'confirmed', count: 1 })).toEqual({ kind: 'saving', changes: 1 });
    // The next edit's frame carries only itself.
    expect(stateAfter(...closing, ...edit, { type: 'confirmed', count: 2 })).toEqual({ kind: 'saving', changes: 1 });
  });

  it('does not believe more confirmations than frames', () => {
    const facts = factsAfter([...ready, ...edit, { type: 'confirmed', count: 99 }, ...edit]);
    expect(toSaveState(facts)).toEqual({ kind: 'saving', changes: 1 });
    expect(toSaveState(factsAfter([{ type: 'confirmed', count: 1 }], facts))).toEqual({ kind: 'saving', changes: 1 });
    expect(toSaveState(factsAfter([{ type: 'confirmed', count: 3 }], facts))).toEqual({ kind: 'saved' });
  });

  it('counts edits that an earlier visit left', () => {
    const state = stateAfter({ type: 'role', mayWrite: true }, { type: 'leftFromBefore', changes: 4 }, { type: 'loaded' });
    expect(state).toEqual({ kind: 'offline', cause: 'network', changes: 4, kept: true });
  });

  it('says when the server cannot save, and when it is silent', () => {
    expect(stateAfter(...ready, ...edit, { type: 'serverStorage', fails: true })).toMatchObject({
      kind: 'notSaved',
      reason: 'serverStorage',
    });
    expect(stateAfter(...ready, ...edit, { type: 'overdue', overdue: true })).toMatchObject({ kind: 'notSaved', reason: 'slow' });
    expect(stateAfter(...ready, ...edit, ...edit, { type: 'overdue', overdue: true }, { type: 'confirmed', count: 2 })).toEqual({
      kind: 'saving',
      changes: 1,
    });
    expect(stateAfter(...ready, { type: 'serverStorage', fails: true })).toEqual({ kind: 'saved' });
  });

  it('keeps the number of unsaved edits when the server ends it', () => {
    const end = (ended: Extract<SaveEvent, { type: 'ended' }>['ended']) =>
      stateAfter(...ready, ...edit, { type: 'ended', ended });
    expect(end({ kind: 'reload' })).toEqual({ kind: 'reloadNeeded', changes: 1, kept: true });
    expect(end({ kind: 'noAccess', reason: 'signedOut' })).toEqual({
      kind: 'noAccess',
      reason: 'signedOut',
      changes: 1,
      kept: true,
    });
    expect(end({ kind: 'notSaved', reason: 'tooLarge' })).toMatchObject({ kind: 'notSaved', reason: 'tooLarge', changes: 1 });
  });

  it('tells a reader that it is read only, and a former writer what was not saved', () => {
    expect(stateAfter({ type: 'opened' }, { type: 'loaded' })).toEqual({ kind: 'readOnly', online: true });
    expect(stateAfter({ type: 'loaded' })).toEqual({ kind: 'readOnly', online: false });
    expect(stateAfter(...ready, ...edit, { type: 'role', mayWrite: false })).toEqual({
      kind: 'notSaved',
      reason: 'readOnly',
      changes: 1,
      kept: true,
    });
  });

  it('admits when this device keeps nothing', () => {
    expect(stateAfter(...ready, { type: 'closed', crowded: false }, { type: 'edited' }, { type: 'kept', kept: false })).toEqual({
      kind: 'offline',
      cause: 'network',
      changes: 1,
      kept: false,
    });
  });

  it('says so when the server takes no more connections', () => {
    expect(stateAfter(...ready, { type: 'closed', crowded: true })).toMatchObject({ kind: 'offline', cause: 'crowded' });
  });
});
