import { drawMap, type SceneOptions } from '@/lib/export/scene';
import type { MapIndex } from '../geometry/mapIndex';
import { createBrowserPen } from './browserPen';
import { layoutIn } from './layoutIn';
import { paintInTurns } from './paintInTurns';

/** So many cards are painted in one turn: some milliseconds. */
const cardsInTurn = 1_200;

/**
 * Paints the whole map small onto a canvas, `scale` screen pixels (of CSS) to a map pixel. A large map is painted strip by strip beside the canvas, between
 * other work, and shown when all of it is there. Returns what stops it.
 */
export function paintWhole(
  target: HTMLCanvasElement,
  index: MapIndex,
  scale: number,
  options: SceneOptions,
  done: () => void,
): () => void {
  const { layout } = index;
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(layout.width * scale * ratio), Math.round(layout.height * scale * ratio)];
  const strips = Math.max(1, Math.ceil(layout.cards.length / cardsInTurn));
  const canvas = strips === 1 ? target : document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return () => undefined;
  context.setTransform(scale * ratio, 0, 0, scale * ratio, 0, 0);
  const show = (): void => {
    if (canvas !== target) {
      target.width = width;
      target.height = height;
      target.getContext('2d')?.drawImage(canvas, 0, 0);
      target.getContext('2d')?.setTransform(context.getTransform());
    }
    done();
  };
  // Strips begin at whole pixels of the screen, so that no seam is seen between them.
  const edge = (at: number): number => Math.round((at * width) / strips) / (scale * ratio);
  const parts = Array.from({ length: strips }, (_, at) => () => {
    const part = { x: edge(at), y: 0, width: edge(at + 1) - edge(at), height: layout.height };
    context.save();
    context.beginPath();
    context.rect(part.x, part.y, part.width, part.height);
    context.clip();
    drawMap(strips === 1 ? layout : layoutIn(index, part), options, createBrowserPen(context, part, scale));
    context.restore();
  });
  if (strips > 1) return paintInTurns([...parts, show]);
  for (const part of parts) part();
  show();
  return () => undefined;
}
