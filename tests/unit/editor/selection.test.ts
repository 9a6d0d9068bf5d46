import { describe, expect, it } from 'vitest';
import { toReference } from '@/components/editor/canvas/geometry/parseReference';
import { type MapReference, referenceKey } from '@/components/editor/reference';
import { createSelectionStore, isSelected, primaryOf } from '@/components/editor/selection';

const card = (id: string): MapReference => ({ type: 'card', id });

describe('selection', () => {
  it('holds each thing once, the last one named being where the keyboard is', () => {
    const store = createSelectionStore();
    store.getState().select(card('a'), card('b'), card('a'));
    expect(store.getState().selected).toEqual([card('b'), card('a')]);
    expect(primaryOf(store.getState())).toEqual(card('a'));
    store.getState().toggle(card('b'));
    store.getState().extend([card('c')]);
    expect(store.getState().selected).toEqual([card('a'), card('c')]);
    expect(isSelected(store.getState(), card('b'))).toBe(false);
  });

  it('keeps its identity when nothing changes', () => {
    const store = createSelectionStore();
    store.getState().select(card('a'));
    const { selected } = store.getState();
    store.getState().select(card('a'));
    expect(store.getState().selected).toBe(selected);
    let calls = 0;
    store.subscribe(() => {
      calls += 1;
    });
    store.getState().hover(null);
    store.getState().stopEditing();
    expect(calls).toBe(0);
  });

  it('ends editing when something else is selected, and not when the edited one stays', () => {
    const store = createSelectionStore();
    store.getState().edit(card('a'));
    store.getState().select(card('a'));
    expect(store.getState().editing).toEqual(card('a'));
    store.getState().select(card('b'));
    expect(store.getState().editing).toBeNull();
    store.getState().edit(card('b'));
    store.getState().clear();
    expect(store.getState()).toMatchObject({ selected: [], editing: null });
  });
});

describe('reference keys', () => {
  it('lead back to what they were made of', () => {
    const references: MapReference[] = [
      card('x1'),
      { type: 'cell', stepId: 's', laneId: 'l' },
      { type: 'emotion', stepId: 's', personaId: 'p' },
      { type: 'meta', field: 'goal' },
      { type: 'moment', id: 's' },
    ];
    for (const reference of references) expect(toReference(referenceKey(reference))).toEqual(reference);
  });

  it('are refused when they are none', () => {
    for (const key of ['', 'card', 'card:', 'meta:secret', 'cell:only', 'constructor:x', 'emotion:s'])
      expect(toReference(key), key).toBeNull();
  });
});
