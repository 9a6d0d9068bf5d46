import { useStore as useFlowStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import type { Canvas } from '../CanvasContext';
import { findBoxOf } from '../geometry/boxOf';
import { stickyInsets } from '../geometry/stickyInsets';

/** Brings what is selected back into view when the canvas gets smaller: a panel that opens for it must not cover it. */
export function useKeepInView(canvas: Canvas): void {
  const { selection } = useEditor();
  const width = useFlowStore((state) => state.width);
  const height = useFlowStore((state) => state.height);
  const before = useRef({ width, height });
  useEffect(() => {
    const smaller = width < before.current.width || height < before.current.height;
    before.current = { width, height };
    const primary = primaryOf(selection.getState());
    const box = smaller && primary ? findBoxOf(canvas.index.get(), primary) : null;
    if (primary && box) canvas.view.reveal(box, stickyInsets(canvas.index.get(), canvas.view.viewport(), primary));
  }, [canvas, selection, width, height]);
}
