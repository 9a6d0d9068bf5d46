import { useEffect } from 'react';
import { useEditor } from '../../session/EditorContext';
import type { Canvas } from '../CanvasContext';
import { referenceAt } from './referenceAt';

/** What the mouse rests on, once a frame. The buttons that appear beside something keep it hovered while the mouse goes to them. */
export function useHover(canvas: Canvas): void {
  const { selection } = useEditor();
  useEffect(() => {
    const root = canvas.root.current;
    if (!root) return;
    let event: PointerEvent | null = null;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      if (!event || canvas.gestures.getState().gesture.type !== 'none') return;
      if (event.target instanceof Element && event.target.closest('[data-keep-hover]')) return;
      selection.getState().hover(referenceAt(canvas, event));
    };
    const onMove = (moved: PointerEvent): void => {
      if (moved.pointerType === 'touch') return;
      event = moved;
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const onLeave = (): void => {
      event = null;
      selection.getState().hover(null);
    };
    root.addEventListener('pointermove', onMove);
    root.addEventListener('pointerleave', onLeave);
    return () => {
      cancelAnimationFrame(frame);
      root.removeEventListener('pointermove', onMove);
      root.removeEventListener('pointerleave', onLeave);
    };
  }, [canvas, selection]);
}
