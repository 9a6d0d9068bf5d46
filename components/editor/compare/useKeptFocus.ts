import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';

/**
 * A difference may go while it has the focus, as it was taken back or somebody else changed the map: then the one in its place takes the focus, and where none is
 * left, the list.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, shown: readonly ComparedEntry[]): void {
  const last = useRef<{ key: string; at: number } | null>(null);
  const keys = useRef<readonly string[]>([]);
  useEffect(() => {
    const root = list.current;
    if (!root) return;
    const onFocus = (event: FocusEvent): void => {
      const key = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entry]')?.dataset.entry : undefined;
      last.current = key === undefined ? null : { key, at: keys.current.indexOf(key) };
    };
    // Whoever goes elsewhere by themselves stays there: what is removed loses the focus without a word.
    const onLeave = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) last.current = null;
    };
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.contains(event.target)) last.current = null;
    };
    root.addEventListener('focusin', onFocus);
    root.addEventListener('focusout', onLeave);
    document.addEventListener('pointerdown', onPress);
    return () => {
      root.removeEventListener('focusin', onFocus);
      root.removeEventListener('focusout', onLeave);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [list]);
  useLayoutEffect(() => {
    keys.current = shown.map(({ key }) => key);
    const before = last.current;
    if (!before || keys.current.includes(before.key) || document.activeElement !== document.body) return;
    last.current = null;
    const next = keys.current[Math.min(Math.max(0, before.at), keys.current.length - 1)];
    const entry = next === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-difference="${CSS.escape(next)}"]`);
    (entry ?? list.current)?.focus();
  }, [list, shown]);
}
