import { useEffect, useRef } from 'react';

/** The first control of a list's line, or of its last one where there are fewer. */
export function controlOfLine(list: HTMLElement | null, index: number): HTMLElement | null {
  const line = list?.children.item(Math.min(index, list.children.length - 1));
  return line?.querySelector<HTMLElement>('button, a') ?? null;
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading) heading.tabIndex = -1;
  heading?.focus();
}

/**
 * Keeps the keyboard's focus on the page when a line goes away together with the button that was pressed in it. `target` gives what is focused
 * then, knowing where the line stood; when the whole list goes with its last line, the page's heading is. Call what is returned once
 * the line's end is certain; the focus follows when it is no longer among `ids`.
 */
export function useLineFocus(ids: readonly string[], target: (index: number) => HTMLElement | null): (endedId: string) => void {
  const ended = useRef<{ id: string; index: number } | null>(null);
  useEffect(() => {
    if (ended.current === null || ids.includes(ended.current.id)) return;
    const found = target(ended.current.index);
    ended.current = null;
    if (found) found.focus();
    else focusHeading();
  });
  useEffect(
    () => () => {
      if (ended.current !== null) focusHeading();
      ended.current = null;
    },
    [],
  );
  return (id) => {
    ended.current = { id, index: ids.indexOf(id) };
  };
}
