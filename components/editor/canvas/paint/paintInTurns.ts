/** So long a turn waits for the page to have nothing else to do. Milliseconds. */
const longestWait = 100;

/**
 * Runs parts of a drawing one by one, each in a turn of its own in which the page has nothing else to do, so that no key waits for all of them.
 * Returns what stops it.
 */
export function paintInTurns(parts: readonly (() => void)[]): () => void {
  let stopped = false;
  let at = 0;
  const next = (): void => {
    if (stopped) return;
    parts[at++]?.();
    if (at < parts.length) ask();
  };
  // Safari has no idle callbacks.
  const ask = (): void => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(next, { timeout: longestWait });
    else setTimeout(next);
  };
  ask();
  return () => {
    stopped = true;
  };
}
