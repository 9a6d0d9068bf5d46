import type { Page } from '@playwright/test';
import { pause } from '../sync/schedule';
import type { Note } from './notes';

/** Milliseconds from one key to the next. */
const keyPause = 90;

/** Opens a note by a double click and types into it; milliseconds from each key to its paint. */
export async function typeInto(page: Page, note: Note, count: number): Promise<number[]> {
  const { x, y } = await page.evaluate(({ id, box }) => globalThis.bench.middleOf(id, box), note);
  await page.mouse.dblclick(x, y);
  await page.waitForFunction(() => {
    const focused = document.activeElement;
    return focused instanceof HTMLTextAreaElement || (focused instanceof HTMLElement && focused.isContentEditable);
  });
  await pause(300);
  await page.evaluate(() => globalThis.bench.takeKeys());
  for (let at = 0; at < count; at++) {
    const pressed = pause(keyPause);
    await page.keyboard.press(at % 6 === 5 ? 'Space' : 'abcdefghijklmnop'.charAt(at % 16));
    await pressed;
  }
  await pause(300);
  const keys = await page.evaluate(() => globalThis.bench.takeKeys());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await pause(300);
  return keys.slice(0, count);
}
