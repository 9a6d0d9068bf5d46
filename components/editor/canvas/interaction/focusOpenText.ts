import type { Canvas } from '../CanvasContext';

/** Puts the caret into the text that is open, now rather than after the next paint: at its end, or a title all selected. */
export function focusOpenText(canvas: Pick<Canvas, 'root'>): void {
  const area = canvas.root.current?.querySelector<HTMLTextAreaElement>('.map-editor textarea');
  if (!area || document.activeElement === area) return;
  area.focus({ preventScroll: true });
  const all = area.closest('[data-replace]') !== null;
  area.setSelectionRange(all ? 0 : area.value.length, area.value.length);
}
