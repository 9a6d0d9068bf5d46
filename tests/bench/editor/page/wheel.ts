import type { View } from './driver';

const centre = () => ({ x: innerWidth / 2, y: innerHeight / 2 });

function turn(init: WheelEventInit): void {
  const { x, y } = centre();
  const event = new WheelEvent('wheel', { ...init, clientX: x, clientY: y, bubbles: true, cancelable: true, composed: true });
  (document.elementFromPoint(x, y) ?? document.body).dispatchEvent(event);
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** By how much one frame of zooming changes the scale. */
const zoomStep = 0.95;

/** The turn of the wheel by which a candidate zooms by one step from this scale. */
export type ZoomTurn = (zoom: number, direction: 1 | -1) => number;

/** Does something in each frame, so many times; resolves to the milliseconds from each frame to the next. */
async function everyFrame(count: number, act: (at: number) => void): Promise<number[]> {
  const deltas: number[] = [];
  let last = await nextFrame();
  for (let at = 0; at < count; at++) {
    act(at);
    const now = await nextFrame();
    deltas.push(now - last);
    last = now;
  }
  return deltas;
}

/** Pans by a turn of the wheel in each frame, along these strokes, one after the other. */
export function pan(strokes: readonly { x: number; y: number; frames: number }[]): Promise<number[]> {
  const turns = strokes.flatMap(({ x, y, frames }) => Array.from({ length: frames }, () => ({ deltaX: x, deltaY: y })));
  return everyFrame(turns.length, (at) => turn(turns[at] ?? {}));
}

/** Zooms by a turn of the wheel in each frame, until the scale is about the wanted one. */
export async function zoomTo(wanted: number, view: () => View, zoomTurn: ZoomTurn): Promise<number[]> {
  const from = view().zoom;
  const direction = wanted < from ? -1 : 1;
  const count = Math.round(Math.abs(Math.log(wanted / from) / Math.log(zoomStep)));
  return everyFrame(count, () => turn({ ctrlKey: true, deltaY: zoomTurn(view().zoom, direction) }));
}

/** Brings a place of the scene to the middle of the window. */
export async function centreOn(place: { x: number; y: number }, view: () => View): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { x, y, zoom } = view();
    const at = centre();
    const [deltaX, deltaY] = [place.x * zoom + x - at.x, place.y * zoom + y - at.y];
    if (Math.hypot(deltaX, deltaY) < 30) return;
    const clamp = (delta: number): number => Math.max(-400, Math.min(400, Math.round(delta)));
    turn({ deltaX: clamp(deltaX), deltaY: clamp(deltaY) });
    await nextFrame();
    await nextFrame();
  }
}
