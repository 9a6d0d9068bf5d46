import { createStore, type StoreApi } from 'zustand/vanilla';
import { type MapReference, referenceKey } from './reference';

/** What this person has selected, edits and points at. Local; presence tells others about it. */
export type SelectionState = {
  /** In the order in which they were selected, each once. The last one is where the keyboard acts from. */
  selected: readonly MapReference[];
  /** Whose text is being edited, or null. */
  editing: MapReference | null;
  hovered: MapReference | null;
  /** Selects exactly these; ends editing unless the edited one stays selected. */
  select(...references: readonly MapReference[]): void;
  /** Adds one, or takes it out. */
  toggle(reference: MapReference): void;
  /** Adds these; the last of them becomes the one that the keyboard acts from. */
  extend(references: readonly MapReference[]): void;
  /** Selects nothing and ends editing. */
  clear(): void;
  /** Selects one and edits its text. */
  edit(reference: MapReference): void;
  stopEditing(): void;
  hover(reference: MapReference | null): void;
};

export type SelectionStore = StoreApi<SelectionState>;

const same = (a: MapReference | null, b: MapReference | null): boolean =>
  a === b || (a !== null && b !== null && referenceKey(a) === referenceKey(b));

function unique(references: readonly MapReference[]): MapReference[] {
  // Deleting first moves a repeated one to the end, so that the last one named is the last one held.
  const byKey = new Map<string, MapReference>();
  for (const reference of references) {
    const key = referenceKey(reference);
    byKey.delete(key);
    byKey.set(key, reference);
  }
  return [...byKey.values()];
}

function sameAll(a: readonly MapReference[], b: readonly MapReference[]): boolean {
  return a.length === b.length && a.every((reference, index) => same(reference, b[index] ?? null));
}

/** A selection of one editor. Setting what is already so changes no identity, so nothing renders again. */
export function createSelectionStore(): SelectionStore {
  return createStore<SelectionState>()((set, get) => {
    const selectAll = (references: readonly MapReference[], editing: MapReference | null): void => {
      const { selected, editing: before } = get();
      const next = unique(references);
      set({ selected: sameAll(selected, next) ? selected : next, editing: same(before, editing) ? before : editing });
    };
    return {
      selected: [],
      editing: null,
      hovered: null,
      select(...references) {
        const { editing } = get();
        selectAll(references, references.some((reference) => same(reference, editing)) ? editing : null);
      },
      toggle(reference) {
        const { selected } = get();
        const without = selected.filter((other) => !same(other, reference));
        selectAll(without.length < selected.length ? without : [...selected, reference], null);
      },
      extend(references) {
        selectAll([...get().selected, ...references], null);
      },
      clear() {
        selectAll([], null);
      },
      edit(reference) {
        selectAll([reference], reference);
      },
      stopEditing() {
        if (get().editing) set({ editing: null });
      },
      hover(reference) {
        if (!same(get().hovered, reference)) set({ hovered: reference });
      },
    };
  });
}

/** The one that the keyboard acts from, or null. */
export function primaryOf(state: Pick<SelectionState, 'selected'>): MapReference | null {
  return state.selected.at(-1) ?? null;
}

/** Whether the same is selected and edited: nobody has gone on to something else. */
export function sameSelection(
  a: Pick<SelectionState, 'selected' | 'editing'>,
  b: Pick<SelectionState, 'selected' | 'editing'>,
): boolean {
  return same(a.editing, b.editing) && sameAll(a.selected, b.selected);
}

/** Whether a reference is selected. */
export function isSelected(state: Pick<SelectionState, 'selected'>, reference: MapReference): boolean {
  return state.selected.some((other) => same(other, reference));
}
