import { useEffect } from 'react';
import { useEditor } from '../../session/EditorContext';
import type { Canvas } from '../CanvasContext';
import { findBoxOf } from '../geometry/boxOf';
import { findEditorSpec } from '../geometry/editorSpec';
import { stickyInsets } from '../geometry/stickyInsets';

/** Brings the text that is opened into view, clear of what lies over the canvas, and keeps it there while it grows. */
export function useRevealOpenText(canvas: Canvas): void {
  const { selection } = useEditor();
  useEffect(() => {
    let frame = 0;
    let size = '';
    const reveal = (): void => {
      frame = 0;
      const { editing } = selection.getState();
      const index = canvas.index.get();
      // The words of a transition are written in more room than they are drawn in.
      const box = editing && (editing.type === 'transition' ? findEditorSpec(index, editing)?.box : findBoxOf(index, editing));
      if (!editing || !box) return;
      // Only its own growth moves the view: not what others change elsewhere, after one has panned away.
      const now = `${box.width} ${box.height}`;
      if (now === size) return;
      size = now;
      canvas.view.reveal(box, stickyInsets(index, canvas.view.viewport(), editing));
    };
    // After what was just made is laid out, and after the panel beside it has opened.
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(reveal);
    };
    const leaveSelection = selection.subscribe((state, before) => {
      if (state.editing === before.editing) return;
      size = '';
      if (state.editing) soon();
    });
    const leaveIndex = canvas.index.subscribe(() => {
      if (selection.getState().editing) soon();
    });
    return () => {
      cancelAnimationFrame(frame);
      leaveSelection();
      leaveIndex();
    };
  }, [canvas, selection]);
}
