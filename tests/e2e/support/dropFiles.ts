import type { Page } from '@playwright/test';
import type { Place } from './editor';

export type DroppedFile = { name: string; type: string; bytes: Buffer };

const encoded = (files: readonly DroppedFile[]) =>
  files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));

/** Carries files over the page to a place on it and lets go, as a file manager does; with `hold`, it does not let go yet. */
export async function dropFiles(
  page: Page,
  files: readonly DroppedFile[],
  { x, y }: Place,
  { hold = false } = {},
): Promise<void> {
  await page.evaluate(
    ({ given, at, holding }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, base64 } of given) {
        dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name, { type }));
      }
      for (const type of holding ? ['dragenter', 'dragover'] : ['dragenter', 'dragover', 'drop']) {
        const target = document.elementFromPoint(at.x, at.y) ?? document.body;
        const init = { bubbles: true, cancelable: true, composed: true, clientX: at.x, clientY: at.y, dataTransfer };
        target.dispatchEvent(new DragEvent(type, init));
      }
    },
    { given: encoded(files), at: { x, y }, holding: hold },
  );
}

/** Pastes files where the focus is, as after taking a screenshot. */
export async function pasteFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const { name, type, base64 } of given) {
      clipboardData.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name, { type }));
    }
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, encoded(files));
}
