import { useStore as useFlowStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import type { Canvas } from '../CanvasContext';
import { findBoxOf } from '../geometry/boxOf';
import { stickyInsets } from '../geometry/stickyInsets';

const covering = '[data-covers-map]';

/** Brings what is selected back into view when the canvas gets smaller or something is laid over it: a panel that opens for it must not cover it. */
export function useKeepInView(canvas: Canvas): void {
  const { selection } = useEditor();
  const width = useFlowStore((state) => state.width);
  const height = useFlowStore((state) => state.height);
  const before = useRef({ width, height });
  useEffect(() => {
    const smaller = width < before.current.width || height < before.current.height;
    before.current = { width, height };
    if (smaller) revealSelected(canvas, primaryOf(selection.getState()));
  }, [canvas, selection, width, height]);

  useEffect(() => {
    const main = canvas.root.current?.closest('main');
    if (!main?.parentElement) return;
    let frame = 0;
    const covers = (node: Node): boolean =>
      node instanceof Element && (node.matches(covering) || node.querySelector(covering) !== null);
    const watcher = new MutationObserver((changes) => {
      if (frame !== 0 || !changes.some(({ addedNodes }) => [...addedNodes].some(covers))) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        revealSelected(canvas, primaryOf(selection.getState()));
      });
    });
    // Panels beside the map, and those over it; not what happens inside of them.
    watcher.observe(main.parentElement, { childList: true });
    watcher.observe(main, { childList: true });
    return () => {
      watcher.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [canvas, selection]);
}

function revealSelected(canvas: Canvas, primary: ReturnType<typeof primaryOf>): void {
  const index = canvas.index.get();
  const box = primary && findBoxOf(index, primary);
  if (primary && box) canvas.view.reveal(box, stickyInsets(index, canvas.view.viewport(), primary));
}
