'use client';

import { cellKey } from '@/lib/map/arrange';
import { boxAround } from '../../canvas/geometry/box';
import { arrangeOnce, useEditor } from '../../session/EditorContext';

/** Leads to cards: all of them on the map, the first of them in the list and the table. */
export function useShowCards(): (ids: readonly string[]) => void {
  const { navigation, session } = useEditor();
  return (ids) => {
    let isMap = false;
    navigation.perform(({ view, index }) => {
      const around = boxAround(ids.flatMap((id) => index.cards.get(id)?.box ?? []));
      isMap = around !== null;
      if (around) view.fit(around);
    });
    if (isMap) return;
    const wanted = new Set(ids);
    const map = arrangeOnce(session.map.getSnapshot().map);
    const first = map.steps.flatMap((step) =>
      map.lanes.flatMap((lane) => (map.cells.get(cellKey(step.id, lane.id)) ?? []).filter(({ id }) => wanted.has(id))),
    )[0];
    if (first) navigation.goTo({ type: 'card', id: first.id });
  };
}
