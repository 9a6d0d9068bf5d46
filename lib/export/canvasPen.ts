import { Image, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { unitsOf } from '@/lib/map/layout/fontMetrics';
import { unitsPerEm } from '@/lib/map/layout/fontTables';
import { hatchPath } from '@/lib/map/layout/hatch';
import { type TextRun, toTextRuns } from '@/lib/map/layout/textRuns';
import { textStyles } from '@/lib/map/layout/textStyles';
import type { TextBlock } from '@/lib/map/layout/types';
import { canvasFamilyOf } from './canvasFonts';
import type { Paint, Pen } from './pen';

/** Something to draw, with the rows (in pixels at 100 %) that it may touch. */
export type DrawCommand = { top: number; bottom: number; draw: (context: SKRSContext2D) => void };

export type CanvasPen = Pen & {
  /** Resolves when the commands can be performed. */
  ready(): Promise<void>;
  commands(): readonly DrawCommand[];
  missing(): ReadonlySet<string>;
};

/** Pieces of a run in which contextual alternates find nothing to change: letters with spaces, digits, or one other sign. */
const pieces = /[\p{L}\p{M} ,.!?„“”‚‘’'…]+|\p{N}+|./gsu;

/** Skia cannot switch contextual alternates off, so words are drawn in pieces, each where the measured text has it. */
function toPieces(run: TextRun, size: number): { text: string; x: number }[] {
  if (run.font.kind !== 'text') return [{ text: run.text, x: 0 }];
  const { face } = run.font;
  return Array.from(run.text.matchAll(pieces), ([text], index) => ({ text, index })).reduce<{ text: string; x: number }[]>(
    (placed, { text }) => {
      const before = placed.map((piece) => piece.text).join('');
      // Kerning between the pieces is part of where the later one stands.
      const x = ((unitsOf(before + text, face) - unitsOf(text, face)) * size) / unitsPerEm;
      placed.push({ text, x });
      return placed;
    },
    [],
  );
}

function applyPaint(context: SKRSContext2D, path: Path2D, { fill, stroke, strokeWidth = 1, dash, opacity = 1 }: Paint): void {
  context.globalAlpha = opacity;
  if (fill) {
    context.fillStyle = fill;
    context.fill(path);
  }
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = strokeWidth;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.setLineDash(dash ? [...dash] : []);
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

/** Everywhere: for paths, whose extent is not worth finding out. */
const anywhere = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };

/** Records drawing as commands, so that a picture can be drawn strip by strip. */
export function createCanvasPen(): CanvasPen {
  const commands: DrawCommand[] = [];
  const missing = new Set<string>();
  const decoding: Promise<unknown>[] = [];

  const drawMissing = (run: TextRun, x: number, y: number, size: number, colour: string) => {
    missing.add(run.source);
    const height = size * 0.72;
    const path = new Path2D(`M${x + 1} ${y - height}H${x + run.width - 1}V${y}H${x + 1}ZL${x + run.width - 1} ${y}`);
    commands.push({
      top: y - height - 2,
      bottom: y + 2,
      draw: (context) => applyPaint(context, path, { stroke: colour, strokeWidth: 0.75 }),
    });
  };

  const text = (block: TextBlock, colour: string) => {
    const { size } = textStyles[block.style];
    for (const line of block.lines) {
      for (const run of toTextRuns(line.text, block.style)) {
        if (run.font.kind === 'missing') {
          drawMissing(run, line.x + run.x, line.y, size, colour);
          continue;
        }
        const font = `${size}px "${canvasFamilyOf(run.font)}"`;
        const placed = toPieces(run, size).map((piece) => ({ text: piece.text, x: line.x + run.x + piece.x }));
        commands.push({
          top: line.y - 1.5 * size,
          bottom: line.y + size,
          draw: (context) => {
            context.font = font;
            context.fillStyle = colour;
            for (const piece of placed) context.fillText(piece.text, piece.x, line.y);
          },
        });
      }
    }
  };

  return {
    box: ({ x, y, width, height }, { radius = 0, ...paint }) => {
      const path = new Path2D();
      path.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
      const rim = paint.strokeWidth ?? 1;
      commands.push({ top: y - rim, bottom: y + height + rim, draw: (context) => applyPaint(context, path, paint) });
    },
    path: (data, paint) => {
      if (data === '') return;
      const path = new Path2D(data);
      commands.push({ ...anywhere, draw: (context) => applyPaint(context, path, paint) });
    },
    line: (from, to, paint) => {
      const path = new Path2D(`M${from.x} ${from.y}L${to.x} ${to.y}`);
      const rim = paint.strokeWidth ?? 1;
      commands.push({
        top: Math.min(from.y, to.y) - rim,
        bottom: Math.max(from.y, to.y) + rim,
        draw: (context) => applyPaint(context, path, paint),
      });
    },
    hatch: (box, colour) => {
      const path = new Path2D(hatchPath(box));
      commands.push({ top: box.y, bottom: box.y + box.height, draw: (context) => applyPaint(context, path, { stroke: colour }) });
    },
    text,
    heading: (_level, block, colour) => text(block, colour),
    image: (box, picture) => {
      const image = new Image();
      image.src = Buffer.from(picture.bytes);
      // It is decoded in another thread: drawn before that, it would be empty.
      decoding.push(image.decode());
      commands.push({
        top: box.y,
        bottom: box.y + box.height,
        draw: (context) => context.drawImage(image, box.x, box.y, box.width, box.height),
      });
    },
    // A picture has no links, and says nothing of how its parts belong together.
    link: () => undefined,
    group: (_group, draw) => draw(),
    ready: async () => {
      await Promise.all(decoding);
    },
    commands: () => commands,
    missing: () => missing,
  };
}
