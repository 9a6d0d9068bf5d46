'use client';

import { cellKey } from '@/lib/map/arrange';
import { boxAround, contains } from '../../canvas/geometry/box';
import { toMap } from '../../canvas/geometry/viewport';
import type { CommandContext } from '../../commands/command';
import { arrangeOnce, useEditor } from '../../session/EditorContext';

/** Leads to cards: all of them on the map, unless they are in sight already, the first of them in the list and the table. */
export function useShowCards(): (ids: readonly string[]) => void {
  const { navigation, session } = useEditor();
  return (ids) => {
    let isMap = false;
    navigation.perform(({ view, index }) => {
      const around = boxAround(ids.flatMap((id) => index.cards.get(id)?.box ?? []));
      isMap = around !== null;
      if (around && !isInSight(view, around)) view.fit(around);
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

/** Smaller than this (1: as large as they are) nobody can read cards: who is led to them is led closer. */
const readable = 0.45;

function isInSight(
  view: CommandContext['view'],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): boolean {
  const viewport = view.viewport();
  const size = view.size();
  const corner = toMap(viewport, { x: 0, y: 0 });
  const seen = { ...corner, width: size.width / viewport.zoom, height: size.height / viewport.zoom };
  return viewport.zoom >= readable && contains(seen, { x, y }) && contains(seen, { x: x + width, y: y + height });
}
