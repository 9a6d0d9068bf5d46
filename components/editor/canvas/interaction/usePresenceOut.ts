import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { referenceKey } from '../../reference';
import { useEditor } from '../../session/EditorContext';
import { throttle } from '../../session/throttle';
import type { Canvas } from '../CanvasContext';
import { sightOf } from '../geometry/sightOf';
import { pointAt } from './referenceAt';

/** Twenty times a second is enough: the other side smooths the way between. */
const interval = 50;
/** What part of the map one looks at changes with every frame of a pan, and only matters to who follows. */
const viewportInterval = 250;

/** Tells the others where the pointer is, what is selected and what is being dragged. Never goes into the document. */
export function usePresenceOut(canvas: Canvas): void {
  const { session, selection, together } = useEditor();
  const flow = useStoreApi();
  useEffect(() => {
    const root = canvas.root.current;
    if (!root) return;
    const { publish } = session.presence;
    let pointer: PointerEvent | null = null;
    const tellCursor = throttle(
      () => publish({ cursor: pointer && !session.isLooking.get() ? pointAt(canvas, pointer) : null }),
      interval,
    );
    const tellSelection = throttle(
      () => publish({ selection: selection.getState().selected.slice(-200).map(referenceKey) }),
      interval,
    );
    const tellDragging = throttle(() => {
      const { gesture } = canvas.gestures.getState();
      if (gesture.type === 'drag') {
        const keys = gesture.items.slice(0, 200).map(referenceKey);
        publish({ dragging: { keys, x: gesture.at.x - gesture.from.x, y: gesture.at.y - gesture.from.y } });
      } else if (gesture.type === 'emotion') {
        const { curve } = canvas.index.get().layout;
        const before = canvas.index.get().stepRecords.get(gesture.stepId)?.emotions.get(gesture.personaId) ?? 0;
        const key = referenceKey({ type: 'emotion', stepId: gesture.stepId, personaId: gesture.personaId });
        publish({ dragging: { keys: [key], x: 0, y: ((before - gesture.value) * curve.plot.height) / 4 } });
      } else publish({ dragging: null });
    }, interval);
    const tellViewport = throttle(() => {
      const sight = sightOf(canvas);
      // Whoever follows somebody shows what that one sees, and tells so (useFollowing): two who follow each other come to rest.
      if (sight?.viewport && together.getState().following === null) publish({ viewport: sight.viewport, near: sight.near });
    }, viewportInterval);
    const stopViewport = flow.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) tellViewport();
    });
    const stopFollowing = together.subscribe((state, before) => {
      if (state.following === null && before.following !== null) tellViewport();
    });
    tellViewport();
    const onMove = (event: PointerEvent): void => {
      if (event.pointerType === 'touch' && !event.isPrimary) return;
      pointer = event;
      canvas.pointer.current = { x: event.clientX, y: event.clientY };
      tellCursor();
    };
    const onLeave = (): void => {
      pointer = null;
      tellCursor();
    };
    root.addEventListener('pointermove', onMove);
    root.addEventListener('pointerleave', onLeave);
    const stopSelection = selection.subscribe((state, before) => {
      if (state.selected !== before.selected) tellSelection();
    });
    const stopGestures = canvas.gestures.subscribe((state, before) => {
      if (state.gesture !== before.gesture) tellDragging();
    });
    return () => {
      root.removeEventListener('pointermove', onMove);
      root.removeEventListener('pointerleave', onLeave);
      stopViewport();
      stopFollowing();
      tellViewport.cancel();
      stopSelection();
      stopGestures();
      tellCursor.cancel();
      tellSelection.cancel();
      tellDragging.cancel();
      publish({ cursor: null, selection: [], dragging: null, viewport: undefined });
    };
  }, [canvas, session, selection, together, flow]);
}
