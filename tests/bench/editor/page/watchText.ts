type Listener = (text: string) => void;

const listeners = new Set<Listener>();
let isWatching = false;

function tell(text: string | null): void {
  if (text) for (const listener of listeners) listener(text);
}

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') tell(target.textContent);
      else for (const node of addedNodes) tell(node.textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
  for (const context of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
    const { fillText } = context.prototype;
    context.prototype.fillText = function (text, ...rest) {
      tell(text);
      return fillText.call(this, text, ...rest);
    };
  }
}

/** Hears every text that comes onto the page, as an element or drawn onto a canvas. Returns what ends it. */
export function onText(listener: Listener): () => void {
  watch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
