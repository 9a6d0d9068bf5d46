const storageKey = 'wegmarke-timer-rung';
/** How long a page that nobody sees waits for one that is seen, in milliseconds: the same bell twice would be out of step. */
const patience = 250;

function rungElsewhere(end: string): boolean {
  try {
    return window.localStorage.getItem(storageKey) === end;
  } catch {
    return false;
  }
}

/**
 * Rings for one end of one timer, once in all pages of a browser where that can be told: a page that is seen rings at once, one that is not
 * only when none did. `ring` returns whether it was heard. Returns what stops the waiting.
 */
export function ringOnce(end: string, ring: () => boolean): () => void {
  const go = () => {
    if (rungElsewhere(end) || !ring()) return;
    try {
      window.localStorage.setItem(storageKey, end);
    } catch {
      // Then each page rings.
    }
  };
  if (!document.hidden) {
    go();
    return () => undefined;
  }
  const handle = setTimeout(go, patience + Math.random() * patience);
  return () => clearTimeout(handle);
}
