import { pasteForeign } from '../../commands/clipboard';
import type { CommandContext } from '../../commands/command';
import { pasteOwn } from '../../commands/copySelection';

/** Pasting without a paste event, as a menu has to. */
export type CanvasClipboard = {
  /** Keeps what was just copied on this page, with the text that went to the system's clipboard. */
  remember(json: string, text: string): void;
  /** Whether there is a way to paste: the browser's clipboard, or what was copied on this page. */
  canRead(): boolean;
  paste(): Promise<void>;
};

/** What the system's clipboard holds; its HTML only where the browser gives more than text. */
async function readSystem(): Promise<{ html: string; text: string }> {
  if (typeof navigator.clipboard.read !== 'function') return { html: '', text: await navigator.clipboard.readText() };
  const parts = { html: '', text: '' };
  for (const item of await navigator.clipboard.read()) {
    if (item.types.includes('text/html')) parts.html ||= await (await item.getType('text/html')).text();
    if (item.types.includes('text/plain')) parts.text ||= await (await item.getType('text/plain')).text();
  }
  return parts;
}
/** Some systems give back other line ends than they were given. */
const isSame = (text: string, copied: string): boolean => text.replace(/\r\n?/g, '\n') === copied;

/** A clipboard that prefers the system's, and over plain http, where browsers give none, remembers what was copied here. */
export function createClipboard(read: () => CommandContext): CanvasClipboard {
  let copied: { json: string; text: string } | null = null;
  const canAsk = (): boolean => typeof navigator.clipboard?.readText === 'function';
  return {
    remember(json, text) {
      copied = { json, text };
    },
    canRead: () => canAsk() || copied !== null,
    async paste() {
      // Without permission the promise fails: then what was copied here is the best there is.
      const found = canAsk() ? await readSystem().catch(() => null) : null;
      const context = read();
      if (copied && (found === null || isSame(found.text, copied.text))) pasteOwn(context, copied.json);
      else if (found) pasteForeign(context, found);
      context.undo.stopCapturing();
    },
  };
}
