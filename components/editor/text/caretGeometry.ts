/** A part of a line in the mirror, in the mirror's own pixels from its top left corner. */
export type CaretBox = { left: number; top: number; width: number; height: number };

function textNodeOf(mirror: HTMLElement): Text | null {
  const [node] = mirror.childNodes;
  return node instanceof Text ? node : null;
}

/** Client rectangles as the mirror's own pixels: it may stand on a canvas that is zoomed. */
function toOwn(mirror: HTMLElement, rects: Iterable<DOMRect>): CaretBox[] {
  const frame = mirror.getBoundingClientRect();
  const scale = mirror.offsetWidth > 0 ? frame.width / mirror.offsetWidth : 1;
  if (scale === 0) return [];
  return [...rects].map((rect) => ({
    left: (rect.left - frame.left) / scale,
    top: (rect.top - frame.top) / scale,
    width: rect.width / scale,
    height: rect.height / scale,
  }));
}

function rectsOf(mirror: HTMLElement, node: Text, start: number, end: number): CaretBox[] {
  const range = document.createRange();
  range.setStart(node, Math.min(start, node.length));
  range.setEnd(node, Math.min(end, node.length));
  return toOwn(mirror, range.getClientRects());
}

/** Where the caret before the character `index` stands. The mirror ends with an extra character, so that the end has a place too. */
export function caretBox(mirror: HTMLElement, index: number): CaretBox | null {
  const node = textNodeOf(mirror);
  if (!node) return null;
  const box = rectsOf(mirror, node, index, index + 1).at(-1);
  return box ? { ...box, width: 0 } : null;
}

/** The boxes of a selection, one per line. */
export function selectionBoxes(mirror: HTMLElement, start: number, end: number): CaretBox[] {
  const node = textNodeOf(mirror);
  return node && end > start ? rectsOf(mirror, node, start, end).filter(({ width }) => width > 0) : [];
}
