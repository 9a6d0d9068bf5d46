import { type RefObject, useEffect } from 'react';
import { fitClear, toMap, zoomAround } from '@/components/editor/canvas/geometry/viewport';
import type { Point } from '@/lib/map/layout/types';
import { type Camera, keepInSight, zoomStep, zoomTo } from './camera';
import { cornerCover } from './cornerCover';
import type { LinkArea } from './PictureCanvas';

type Options = {
  region: RefObject<HTMLElement | null>;
  camera: Camera;
  map: { width: number; height: number };
  links: RefObject<readonly LinkArea[]>;
  /** What lies over a corner of the map: all of it is shown clear of that. */
  controls?: RefObject<HTMLElement | null>;
};

/** Pixels that an arrow key moves the map. */
const keyStep = 96;
/** Pixels beyond which a press is no click any more. */
const slack = 6;

const linkAt = (links: readonly LinkArea[], { x, y }: Point): LinkArea | undefined =>
  links.findLast(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);

/** Moving over a drawn map: dragging, two fingers, the wheel (with Ctrl to zoom), arrow keys, + − 0 and 1; a press on a link opens it. */
export function useCameraInput({ region, camera, map, links, controls }: Options): void {
  const { width, height } = map;
  useEffect(() => {
    const target = region.current;
    if (!target) return;
    const pointers = new Map<number, Point>();
    let pressedAt: Point | null = null;
    const place = (event: { clientX: number; clientY: number }): Point => {
      const { left, top } = target.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const set = (next: ReturnType<Camera['viewport']>): void => camera.set(keepInSight(next, { width, height }, camera.size()));
    const pan = (x: number, y: number): void => {
      const now = camera.viewport();
      set({ ...now, x: now.x + x, y: now.y + y });
    };

    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? camera.size().height : 1;
      if (event.ctrlKey || event.metaKey) {
        const now = camera.viewport();
        set(zoomAround(now, place(event), now.zoom * Math.exp(-event.deltaY * unit * 0.005)));
      } else if (event.shiftKey && event.deltaX === 0) pan(-event.deltaY * unit, 0);
      else pan(-event.deltaX * unit, -event.deltaY * unit);
    };
    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0 || (event.target as Element).closest('[data-own-pointer]')) return;
      target.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, place(event));
      pressedAt = pointers.size === 1 ? place(event) : null;
    };
    const onMove = (event: PointerEvent): void => {
      const at = place(event);
      const before = pointers.get(event.pointerId);
      if (!before) {
        target.style.cursor = linkAt(links.current, toMap(camera.viewport(), at)) ? 'pointer' : '';
        return;
      }
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, at);
      if (pressedAt && Math.hypot(at.x - pressedAt.x, at.y - pressedAt.y) > slack) pressedAt = null;
      if (!other) {
        if (!pressedAt) target.style.cursor = 'grabbing';
        pan(at.x - before.x, at.y - before.y);
        return;
      }
      const [was, is] = [Math.hypot(before.x - other.x, before.y - other.y), Math.hypot(at.x - other.x, at.y - other.y)];
      const now = camera.viewport();
      const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
      const moved = { ...now, x: now.x + (at.x - before.x) / 2, y: now.y + (at.y - before.y) / 2 };
      set(zoomAround(moved, middle, now.zoom * (is / Math.max(1, was))));
    };
    const onUp = (event: PointerEvent): void => {
      pointers.delete(event.pointerId);
      target.style.cursor = '';
      const link = event.type === 'pointerup' && pressedAt && linkAt(links.current, toMap(camera.viewport(), pressedAt));
      pressedAt = null;
      if (link) window.open(link.address, '_blank', 'noopener,noreferrer');
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.target !== target) return;
      const whole = (): void => {
        const size = camera.size();
        camera.glideTo(fitClear({ x: 0, y: 0, width, height }, size, controls ? cornerCover(controls.current, size) : []));
      };
      const acts: Record<string, () => void> = {
        ArrowLeft: () => pan(keyStep, 0),
        ArrowRight: () => pan(-keyStep, 0),
        ArrowUp: () => pan(0, keyStep),
        ArrowDown: () => pan(0, -keyStep),
        PageUp: () => pan(0, camera.size().height * 0.8),
        PageDown: () => pan(0, -camera.size().height * 0.8),
        Home: () => set({ ...camera.viewport(), x: 16, y: 16 }),
        '+': () => zoomStep(camera, 1),
        '=': () => zoomStep(camera, 1),
        '-': () => zoomStep(camera, -1),
        '0': () => zoomTo(camera, 1),
        '1': whole,
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    target.addEventListener('pointerdown', onDown);
    target.addEventListener('pointermove', onMove);
    target.addEventListener('pointerup', onUp);
    target.addEventListener('pointercancel', onUp);
    target.addEventListener('keydown', onKey);
    return () => {
      target.removeEventListener('wheel', onWheel);
      target.removeEventListener('pointerdown', onDown);
      target.removeEventListener('pointermove', onMove);
      target.removeEventListener('pointerup', onUp);
      target.removeEventListener('pointercancel', onUp);
      target.removeEventListener('keydown', onKey);
    };
  }, [region, camera, links, controls, width, height]);
}
