import type { CDPSession } from '@playwright/test';
import type { Place } from './editor';

/** A finger that is put down, moves in a few steps, and is lifted. */
export async function dragByFinger(touch: CDPSession, from: Place, to: Place): Promise<void> {
  const at = (part: number) => [{ id: 0, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const part of [0.2, 0.4, 0.6, 0.8, 1]) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
