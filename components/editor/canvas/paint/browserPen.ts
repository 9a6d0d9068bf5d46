import type { Paint, Pen } from '@/lib/export/pen';
import { hatchLines, hatchSpacing } from '@/lib/map/layout/hatch';
import { faceStyles, fontFamily, textStyles } from '@/lib/map/layout/textStyles';
import type { Box, TextBlock, TextStyleName } from '@/lib/map/layout/types';
import { overlaps } from '../geometry/box';

/** Text smaller than this on the screen (pixels) is drawn as bars: no letter could be told from another. */
const smallestText = 3.5;

/** Dashes shorter than this on the screen (pixels) run together to a line. */
const shortestDash = 1.5;
/** Lines of a hatching closer together than this on the screen (pixels) would be a grey area. */
const closestLines = 5;

const fonts = Object.fromEntries(
  Object.entries(textStyles).map(([name, { face, size }]) => {
    const { weight, italic } = faceStyles[face];
    return [name, `${italic ? 'italic ' : ''}${weight} ${size}px ${fontFamily}`];
  }),
) as Record<TextStyleName, string>;

/** Fills and strokes a path, a box, or (null) the context's own path. */
function applyPaint(
  context: CanvasRenderingContext2D,
  shape: Path2D | Box | null,
  { fill, stroke, strokeWidth = 1, dash, opacity = 1 }: Paint,
): void {
  context.globalAlpha = opacity;
  if (fill) {
    context.fillStyle = fill;
    if (shape === null) context.fill();
    else if (shape instanceof Path2D) context.fill(shape);
    else context.fillRect(shape.x, shape.y, shape.width, shape.height);
  }
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = strokeWidth;
    context.setLineDash(dash ? [...dash] : []);
    if (shape === null) context.stroke();
    else if (shape instanceof Path2D) context.stroke(shape);
    else context.strokeRect(shape.x, shape.y, shape.width, shape.height);
  }
  context.globalAlpha = 1;
}

const paths = new Map<string, Path2D>();

/** Path data seldom changes between two frames; parsing it is the dear part. */
function toPath(data: string): Path2D {
  const known = paths.get(data);
  if (known) return known;
  if (paths.size > 4000) paths.clear();
  const path = new Path2D(data);
  paths.set(data, path);
  return path;
}

/**
 * A pen that paints at once onto a canvas of the page, in map pixels under the context's present transform. What lies outside of `window`
 * is left out. `pixelsPerUnit` is the zoom, without the screen's pixel ratio.
 */
export function createBrowserPen(context: CanvasRenderingContext2D, window: Box, pixelsPerUnit: number): Pen {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.textBaseline = 'alphabetic';
  context.fontKerning = 'normal';

  const text = (block: TextBlock, colour: string): void => {
    const { size } = textStyles[block.style];
    const bars = size * pixelsPerUnit < smallestText;
    context.fillStyle = colour;
    if (bars) context.globalAlpha = 0.35;
    else context.font = fonts[block.style];
    for (const line of block.lines) {
      if (line.y < window.y || line.y - size > window.y + window.height || line.x > window.x + window.width) continue;
      if (bars) context.fillRect(line.x, line.y - size * 0.6, line.width, size * 0.5);
      else context.fillText(line.text, line.x, line.y);
    }
    context.globalAlpha = 1;
  };

  return {
    box({ x, y, width, height }, { radius = 0, ...paint }) {
      if (!overlaps({ x, y, width, height }, window)) return;
      const { dash, ...rest } = paint;
      // Nobody sees such dashes, and they are the dearest of all strokes.
      const seen = dash && dash[0] * pixelsPerUnit < shortestDash ? rest : paint;
      // Rounded corners of less than a pixel only cost time, and so does a path for what has none.
      if (radius * pixelsPerUnit < 1) {
        applyPaint(context, { x, y, width, height }, seen);
        return;
      }
      context.beginPath();
      context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
      applyPaint(context, null, seen);
    },
    path(data, paint) {
      if (data !== '') applyPaint(context, toPath(data), paint);
    },
    line(from, to, paint) {
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
      applyPaint(context, null, paint);
    },
    hatch(box, colour) {
      if (!overlaps(box, window)) return;
      context.beginPath();
      for (const { x1, y1, x2, y2 } of hatchLines(box, Math.max(hatchSpacing, closestLines / pixelsPerUnit))) {
        context.moveTo(x1, y1);
        context.lineTo(x2, y2);
      }
      applyPaint(context, null, { stroke: colour, strokeWidth: Math.max(1, 0.75 / pixelsPerUnit) });
    },
    text,
    heading: (_level, block, colour) => text(block, colour),
    // Painted maps are far away: a box stands for each picture (scene/cardParts.ts).
    image: () => undefined,
    link: () => undefined,
    group: (_group, draw) => draw(),
  };
}
