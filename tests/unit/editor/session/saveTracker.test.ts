import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaveTracker, overdueAfter } from '@/components/editor/session/saveTracker';

const trackerWithOneEdit = (onChanges: (changes: number) => void = () => undefined) => {
  const tracker = createSaveTracker(onChanges);
  tracker.send({ type: 'role', mayWrite: true });
  tracker.send({ type: 'opened' });
  tracker.send({ type: 'loaded' });
  tracker.send({ type: 'edited' });
  tracker.send({ type: 'frameSent', frame: 'update' });
  return tracker;
};

describe('save tracker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('admits that nothing was confirmed for a long time, and takes it back with the next confirmation', () => {
    const tracker = trackerWithOneEdit();
    vi.advanceTimersByTime(overdueAfter - 1);
    expect(tracker.state.get().kind).toBe('saving');
    vi.advanceTimersByTime(1);
    expect(tracker.state.get()).toMatchObject({ kind: 'notSaved', reason: 'slow' });
    tracker.send({ type: 'confirmed', count: 1 });
    expect(tracker.state.get()).toEqual({ kind: 'saved' });
  });

  it('begins the wait anew with each confirmation', () => {
    const tracker = trackerWithOneEdit();
    tracker.send({ type: 'edited' });
    tracker.send({ type: 'frameSent', frame: 'update' });
    vi.advanceTimersByTime(overdueAfter - 1);
    tracker.send({ type: 'confirmed', count: 1 });
    vi.advanceTimersByTime(overdueAfter - 1);
    expect(tracker.state.get()).toEqual({ kind: 'saving', changes: 1 });
  });

  it('tells how many edits are unconfirmed, and renders nothing twice', () => {
    const changes: number[] = [];
    const tracker = trackerWithOneEdit((count) => changes.push(count));
    const before = tracker.state.get();
    tracker.send({ type: 'kept', kept: true });
    expect(tracker.state.get()).toBe(before);
    tracker.send({ type: 'confirmed', count: 1 });
    expect(changes).toEqual([1, 0]);
  });
});
