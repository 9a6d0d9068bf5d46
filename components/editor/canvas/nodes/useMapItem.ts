import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { noFilter } from '@/lib/map/filter/mapFilter';
import { firstLockAt } from '@/lib/workshop/lockAt';
import { differencesAt } from '../../compare/compareStore';
import { type MapReference, referenceKey } from '../../reference';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import { participantLocks } from '../../workshop/locks/participantLocks';
import { placesOf } from '../../workshop/locks/placesOf';
import { useCanvas } from '../CanvasContext';
import { isFaded } from '../isFaded';
import { selectedKeys } from '../selectionKeys';

export type MapItem = {
  selected: boolean;
  editing: boolean;
  /** Lies beside the way that is highlighted, or is not what the filter finds. */
  faded: boolean;
  /** To be spread on the element that stands for it: roving tabindex, and what the pointer finds. */
  props: {
    ref: RefObject<HTMLDivElement | null>;
    tabIndex: 0 | -1;
    'data-reference': string;
    'data-selected': boolean;
    'data-dragged': boolean;
    'data-faded': boolean;
    /** Nothing can be written here by whoever has this page open. */
    'data-locked': boolean;
    'aria-description': string | undefined;
  };
};

/** What an element of the canvas needs to be selected and focused: the last one selected takes the focus when the keyboard is on the canvas. */
export function useMapItem(reference: MapReference): MapItem {
  const key = referenceKey(reference);
  const canvas = useCanvas();
  const t = useTranslations('comments');
  const filter = useTranslations('filter');
  const { selection, comments: store, lens, workshop, compare } = useEditor();
  const comments = useStore(store, (state) => state.openCounts.get(key) ?? 0);
  const ref = useRef<HTMLDivElement>(null);
  const selected = useStore(selection, (state) => selectedKeys(state.selected).has(key));
  const editing = useStore(selection, (state) => state.editing !== null && referenceKey(state.editing) === key);
  const primary = useStore(selection, (state) => {
    const last = primaryOf(state);
    return last !== null && referenceKey(last) === key;
  });
  const dragged = useStore(canvas.gestures, ({ gesture }) => gesture.type === 'drag' && selectedKeys(gesture.items).has(key));
  const isOff = (): boolean => isFaded(canvas.emphasis.get(), canvas.index.get(), reference);
  const faded = useSyncExternalStore(canvas.emphasis.subscribe, isOff, isOff);
  const locked = useStore(workshop, (state) => {
    const locks = participantLocks(state);
    return locks !== null && firstLockAt(locks, placesOf(canvas.index.get().map, reference)) !== null;
  });
  const isFiltered = useStore(lens, (state) => state.filter !== noFilter);
  const compared = useTranslations('comparing.kinds');
  const differences = useStore(compare, (state) =>
    state.compared
      ? differencesAt(state.compared, key)
          .map(({ kind }) => compared(kind))
          .join(', ')
      : '',
  );
  const described = [
    differences,
    comments > 0 ? t('sign', { count: comments }) : '',
    faded && isFiltered ? filter('outside') : '',
  ];
  useEffect(() => {
    // The view pans itself to what is selected, more gently than the browser's scrolling would.
    if (primary && !editing && canvas.hasFocus()) ref.current?.focus({ preventScroll: true });
  }, [primary, editing, canvas]);
  return {
    selected,
    editing,
    faded,
    props: {
      ref,
      tabIndex: primary ? 0 : -1,
      'data-reference': key,
      'data-selected': selected,
      'data-dragged': dragged,
      'data-faded': faded,
      'data-locked': locked,
      'aria-description': described.filter((words) => words !== '').join(', ') || undefined,
    },
  };
}
