import { useEffect } from 'react';
import { useEditor } from '../../session/EditorContext';
import type { Canvas } from '../CanvasContext';
import { findBoxOf } from '../geometry/boxOf';
import { findCellAt } from '../geometry/hitTest';
import { stickyInsets } from '../geometry/stickyInsets';

/** Lets panels lead to places on the map, and drop things into cells. */
export function useNavigationPort(canvas: Canvas): void {
  const { navigation } = useEditor();
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
          const box = findBoxOf(index, target);
          if (box) canvas.view.reveal(box, stickyInsets(index, canvas.view.viewport(), target));
        },
        focus: () => canvas.root.current?.focus({ preventScroll: true }),
        cellAt: (clientX, clientY) => findCellAt(canvas.index.get(), canvas.view.pointAt({ x: clientX, y: clientY })),
      }),
    [canvas, navigation],
  );
}
