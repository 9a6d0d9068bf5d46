import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { showLanes } from '../../commands/hideLane';
import type { MapReference } from '../../reference';
import { useEditor } from '../../session/EditorContext';
import type { Canvas } from '../CanvasContext';
import { findLaneIdOf, findStepIdOf, type MapIndex } from '../geometry/mapIndex';

/** The hidden lane that something stands in, or null. */
function hiddenLaneOf(index: MapIndex, reference: MapReference): string | null {
  const { hiddenLanes } = index.map;
  if (reference.type === 'touchpoint' && !index.touchpoints.has(reference.id)) {
    const lane = hiddenLanes.find(({ kind }) => kind === 'touchpoints');
    return lane && findStepIdOf(index, reference) ? lane.id : null;
  }
  const laneId = findLaneIdOf(index, reference);
  return hiddenLanes.some(({ id }) => id === laneId) ? laneId : null;
}

/** Where somebody goes on whose place is no longer on the map: at the same step, else at the first lane. */
function placeBeside(index: MapIndex, reference: MapReference): MapReference | null {
  const stepId = findStepIdOf(index, reference);
  if (stepId) return { type: 'step', id: stepId };
  const lane = index.lanes[0];
  return lane ? { type: 'lane', id: lane.id } : null;
}

/** When a lane is hidden in which this person writes or has something selected, they are told, keep the keyboard, and lose no word. */
export function useLeaveHiddenLanes(canvas: Canvas): void {
  const { selection, session } = useEditor();
  const kindOf = useTranslations('canvas.laneKind');
  useEffect(
    () =>
      canvas.index.subscribe(() => {
        const index = canvas.index.get();
        if (index.map.hiddenLanes.length === 0) return;
        const { selected, editing, select, stopEditing } = selection.getState();
        const primary = selected.at(-1);
        const gone = selected.flatMap((reference) => hiddenLaneOf(index, reference) ?? []);
        const [laneId] = gone;
        const lane = index.map.hiddenLanes.find(({ id }) => id === laneId);
        if (!primary || !lane) return;
        const context = canvas.context();
        const wrote = editing !== null && hiddenLaneOf(index, editing) !== null;
        const hadFocus = wrote || canvas.hasFocus();
        const rest = selected.filter((reference) => hiddenLaneOf(index, reference) === null);
        const next = rest.length > 0 ? null : placeBeside(index, primary);
        if (wrote) stopEditing();
        if (hadFocus) context.focusCanvas();
        select(...(next ? [next] : rest));
        context.notify({
          type: 'laneGone',
          title: lane.title.trim() || kindOf(lane.kind),
          wrote,
          show: session.canWrite.get() ? () => showLanes(canvas.context(), [lane.id]) : null,
        });
      }),
    [canvas, selection, session, kindOf],
  );
}
