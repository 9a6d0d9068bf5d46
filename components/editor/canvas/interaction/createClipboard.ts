import { type ClipboardCards, parseClipboard, pasteCopiedCards, pasteText } from '../../commands/clipboard';
import type { CommandContext } from '../../commands/command';

/** Pasting without a paste event, as a menu has to. */
export type CanvasClipboard = {
  /** Keeps what was just copied on this page, with the text that went to the system's clipboard. */
  remember(json: string, text: string): void;
  /** Whether there is a way to paste: the browser's clipboard, or what was copied on this page. */
  canRead(): boolean;
  paste(): Promise<void>;
};

/** A clipboard that prefers the system's, and over plain http, where browsers give none, remembers what was copied here. */
export function createClipboard(read: () => CommandContext): CanvasClipboard {
  let copied: { cards: ClipboardCards; text: string } | null = null;
  const canAsk = (): boolean => typeof navigator.clipboard?.readText === 'function';
  return {
    remember(json, text) {
      const cards = parseClipboard(json);
      copied = cards && { cards, text };
    },
    canRead: () => canAsk() || copied !== null,
    async paste() {
      // Without permission the promise fails: then what was copied here is the best there is.
      const text = canAsk() ? await navigator.clipboard.readText().catch(() => null) : null;
      const context = read();
      if (copied && (text === null || text === copied.text)) pasteCopiedCards(context, copied.cards);
      else if (text !== null) pasteText(context, text);
      context.undo.stopCapturing();
    },
  };
}
