import type { Page } from '@playwright/test';
import { pause } from '../sync/schedule';
import type { OpenScene } from './board';
import { type Frames, framesOf } from './frames';
import type { Note, Scene } from './notes';
import type { ZoomKind } from './page/driver';
import { people, RemoteEdits } from './remoteEdits';
import { typeInto } from './typeInto';

export const viewport = { width: 1440, height: 900 };

/** The scale while panning far out. Excalidraw goes no farther. */
const farZoom = 0.1;

/** How much of everything is done. */
export type Effort = { panFrames: number; keys: number; remoteSeconds: number };

/** What a person felt who used a scene; times in milliseconds. */
export type Handled = {
  panNear: Frames;
  zoom: Frames;
  panFar: Frames;
  typing: number[];
  remote: number[];
  /** Remote edits that were not painted, and not overtaken by a later one of the same note. */
  unseen: number;
  typingAmong: number[];
};

/** Pans, zooms, types, and types while others write, in an open scene. */
export async function handleScene(
  page: Page,
  zoomKind: ZoomKind,
  opened: OpenScene,
  scene: Scene,
  effort: Effort,
): Promise<Handled> {
  const place = middleOf(scene.notes);
  const zoomTo = (zoom: number): Promise<number[]> =>
    page.evaluate(([wanted, kind]) => globalThis.bench.zoomTo(wanted, kind), [zoom, zoomKind] as const);
  const settle = async (zoom: number): Promise<void> => {
    await zoomTo(zoom);
    await page.evaluate((at) => globalThis.bench.centreOn(at), place);
    await pause(500);
  };
  const pan = (step: number): Promise<number[]> => {
    const frames = effort.panFrames;
    const strokes = [
      { x: step, y: 0, frames },
      { x: 0, y: step * 0.6, frames: Math.round(frames / 2) },
      { x: -step, y: 0, frames },
      { x: 0, y: -step * 0.6, frames: Math.round(frames / 2) },
    ];
    return page.evaluate((given) => globalThis.bench.pan(given), strokes);
  };

  await settle(1);
  const panNear = framesOf(await pan(20));
  await settle(1);
  const zoom = framesOf([...(await zoomTo(farZoom)), ...(await zoomTo(1))]);
  await settle(farZoom);
  const panFar = framesOf(await pan(6));
  await settle(1);
  const [typed, ...edited] = await notesInView(page, scene.notes);
  if (!typed) throw new Error('no note is in view');
  const typing = await typeInto(page, typed, effort.keys);
  await page.evaluate(() => globalThis.bench.watchMarkers());
  const crowd = await opened.gather(people, (address) => page.evaluate((url) => globalThis.bench.connectRemote(url), address));
  await pause(1_000);
  const remote = new RemoteEdits(edited.slice(0, people));
  await remote.edit(crowd, effort.remoteSeconds);
  const found = await remote.found(page);
  let writing = true;
  const meanwhile = (async () => {
    while (writing) await remote.edit(crowd, 1);
  })();
  const typingAmong = await typeInto(page, typed, effort.keys);
  writing = false;
  await meanwhile;
  crowd.leave();
  return { panNear, zoom, panFar, typing, ...found, typingAmong };
}

/** The place in the scene where panning begins: a third of the way in. */
function middleOf(notes: readonly Note[]): { x: number; y: number } {
  const left = Math.min(...notes.map(({ box }) => box.x));
  const top = Math.min(...notes.map(({ box }) => box.y));
  const right = Math.max(...notes.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...notes.map(({ box }) => box.y + box.height));
  return { x: left + (right - left) * 0.35, y: top + (bottom - top) * 0.4 };
}

/** Notes that are wholly in the middle of the window, the one nearest to it first. */
async function notesInView(page: Page, notes: readonly Note[]): Promise<Note[]> {
  const { x, y, zoom } = await page.evaluate(() => globalThis.bench.view());
  const distance = ({ box }: Note): number =>
    Math.hypot(
      (box.x + box.width / 2) * zoom + x - viewport.width / 2,
      (box.y + box.height / 2) * zoom + y - viewport.height / 2,
    );
  const isInside = ({ box }: Note): boolean =>
    box.x * zoom + x > 260 &&
    box.y * zoom + y > 170 &&
    (box.x + box.width) * zoom + x < viewport.width - 340 &&
    (box.y + box.height) * zoom + y < viewport.height - 110;
  return notes.filter(isInside).sort((a, b) => distance(a) - distance(b));
}
