import { describe, expect, it } from 'vitest';
import { closeWithoutAccess } from '@/components/editor/canvas/interaction/closeWithoutAccess';
import type { MapReference } from '@/components/editor/reference';
import { createSelectionStore } from '@/components/editor/selection';
import { createWritable } from '@/components/editor/session/readable';

const references: MapReference[] = [
  { type: 'card', id: 'a' },
  { type: 'step', id: 'a' },
  { type: 'stage', id: 'a' },
  { type: 'lane', id: 'a' },
  { type: 'transition', id: 'a' },
  { type: 'touchpoint', id: 'a' },
  { type: 'meta', field: 'title' },
  { type: 'meta', field: 'persona' },
];

describe('an open text and the right to write', () => {
  it.each(references)('is closed, and stays selected, when the right goes: %o', (reference) => {
    const canWrite = createWritable(true);
    const selection = createSelectionStore();
    closeWithoutAccess(canWrite, selection);
    selection.getState().edit(reference);
    expect(selection.getState().editing).toEqual(reference);
    canWrite.set(false);
    expect(selection.getState().editing).toBeNull();
    expect(selection.getState().selected).toEqual([reference]);
  });

  it('lets nothing be opened meanwhile, and everything once the right is back', () => {
    const canWrite = createWritable(false);
    const selection = createSelectionStore();
    selection.getState().edit({ type: 'card', id: 'a' });
    const stop = closeWithoutAccess(canWrite, selection);
    expect(selection.getState().editing).toBeNull();
    selection.getState().edit({ type: 'card', id: 'b' });
    expect(selection.getState().editing).toBeNull();
    canWrite.set(true);
    selection.getState().edit({ type: 'card', id: 'b' });
    expect(selection.getState().editing).toEqual({ type: 'card', id: 'b' });
    stop();
    canWrite.set(false);
    expect(selection.getState().editing).toEqual({ type: 'card', id: 'b' });
  });
});
