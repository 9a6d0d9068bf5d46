import type { CDPSession } from '@playwright/test';
import type { Place } from './editor';

/** Fingers that go from one place each to another, in a few moves. */
export async function swipe(touch: CDPSession, fingers: readonly { from: Place; to: Place }[]): Promise<void> {
  const at = (part: number) =>
    fingers.map(({ from, to }, id) => ({ id, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }));
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const part of [0.2, 0.4, 0.6, 0.8, 1])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
