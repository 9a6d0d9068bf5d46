import type { Canvas } from '../CanvasContext';

/** Puts the caret at the end of the text that is open, now rather than after the next paint. */
export function focusOpenText(canvas: Pick<Canvas, 'root'>): void {
  const area = canvas.root.current?.querySelector<HTMLTextAreaElement>('.map-editor textarea');
  if (!area || document.activeElement === area) return;
  area.focus({ preventScroll: true });
  area.setSelectionRange(area.value.length, area.value.length);
}
