import { useEffect, useMemo } from 'react';
import { toReference } from '../canvas/geometry/parseReference';
import { presenceColour } from '../presence/presenceColour';
import { referenceKey } from '../reference';
import { useArrangedMap, useEditor, usePresence } from '../session/EditorContext';
import { throttle } from '../session/throttle';
import { recordKeyOf } from '../text/textKey';
import { placeOf } from './tableGrid';

/** Twenty times a second is enough. */
const interval = 50;

/** Tells the others what is selected while the table stands in for the canvas. */
export function useTellSelection(): void {
  const { session, selection } = useEditor();
  useEffect(() => {
    const { publish } = session.presence;
    const tell = throttle(() => publish({ selection: selection.getState().selected.slice(-200).map(referenceKey) }), interval);
    tell();
    const stop = selection.subscribe((state, before) => {
      if (state.selected !== before.selected) tell();
    });
    return () => {
      stop();
      tell.cancel();
      publish({ selection: [] });
    };
  }, [session, selection]);
}

/** Somebody in a cell: their name, their colour as a CSS value, and whether they are writing there. */
export type PersonInCell = { name: string; colour: string; typing: boolean };

/** Who else is in which cell, by `row|column`: where they type, else what they have selected last. */
export function usePeopleInCells(): ReadonlyMap<string, PersonInCell> {
  const others = usePresence();
  const map = useArrangedMap();
  return useMemo(() => {
    const people = new Map<string, PersonInCell>();
    for (const { user, state } of others) {
      const key = state.editing ? recordKeyOf(state.editing.key) : state.selection?.at(-1);
      const reference = key === undefined ? null : toReference(key);
      const place = reference && placeOf(map, reference);
      // Who writes is shown before who only has it selected.
      if (place && !(people.get(`${place.row}|${place.column}`)?.typing && !state.editing))
        people.set(`${place.row}|${place.column}`, {
          name: user.name,
          colour: presenceColour(user.colour),
          typing: state.editing !== null && state.editing !== undefined,
        });
    }
    return people;
  }, [others, map]);
}
