import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { MapReference } from '../../reference';
import { referenceKey } from '../../reference';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import type { Canvas } from '../CanvasContext';
import { findBoxOf } from '../geometry/boxOf';
import { findCellAt } from '../geometry/hitTest';
import { findLaneIdOf, findStepIdOf, type MapIndex } from '../geometry/mapIndex';
import { toReference } from '../geometry/parseReference';
import { sightOf } from '../geometry/sightOf';
import { stickyInsets } from '../geometry/stickyInsets';
import { showBox } from '../geometry/viewport';
import { focusOpenText } from './focusOpenText';

/** Where to look for something that is not drawn, because its lane is folded: the cell that it lies in, or its step. */
function findCellOf(index: MapIndex, target: MapReference): MapReference | null {
  const stepId = findStepIdOf(index, target);
  const laneId = findLaneIdOf(index, target);
  if (!stepId) return null;
  return laneId ? { type: 'cell', stepId, laneId } : { type: 'step', id: stepId };
}

/** Lets panels lead to places on the map, and drop things into cells. */
export function useNavigationPort(canvas: Canvas): void {
  const { navigation, selection } = useEditor();
  const index = canvas.index.get;
  useEffect(
    () =>
      navigation.connect({
        goTo(target) {
          const index = canvas.index.get();
          if (target.type === 'point') {
            const { zoom } = canvas.view.viewport();
            const { width, height } = canvas.view.size();
            canvas.view.set({ x: width / 2 - target.x * zoom, y: height / 2 - target.y * zoom, zoom }, { smooth: true });
            return;
          }
          const place = findBoxOf(index, target) ? target : findCellOf(index, target);
          const box = place && findBoxOf(index, place);
          if (box) canvas.view.reveal(box, stickyInsets(index, canvas.view.viewport(), place));
        },
        show(sight) {
          if (sight.viewport) {
            canvas.view.set(showBox(sight.viewport, canvas.view.size()), { smooth: true });
            return true;
          }
          const reference = sight.near === null ? null : toReference(sight.near);
          const box = reference && findBoxOf(index(), reference);
          if (box) canvas.view.centre(box, canvas.view.viewport().zoom);
          return box !== null;
        },
        sight: () => sightOf(canvas),
        connectStep: canvas.connecting.set,
        perform: (act) => act(canvas.context()),
        cellAt: (clientX, clientY) => findCellAt(canvas.index.get(), canvas.view.pointAt({ x: clientX, y: clientY })),
        commands: {
          can: (id) => canvas.commands.can(id),
          run(id) {
            let performed = false;
            // At once, so that what was opened can take the focus now.
            flushSync(() => {
              performed = canvas.commands.run(id);
            });
            focusOpenText(canvas);
            return performed;
          },
        },
        focus() {
          const root = canvas.root.current;
          const primary = primaryOf(selection.getState());
          const item = primary && root?.querySelector<HTMLElement>(`[data-reference="${referenceKey(primary)}"]`);
          (item ?? root)?.focus({ preventScroll: true });
        },
      }),
    [canvas, navigation, selection, index],
  );
}
