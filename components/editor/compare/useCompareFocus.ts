import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { bannerMark } from './CompareBanner';

/**
 * Gives the keyboard a place when the button that had it goes: the line over the map when a comparison begins, the map when it is over. Where it is somewhere
 * else by then, it stays.
 */
export function useCompareFocus(): void {
  const { compare, navigation } = useEditor();
  const isComparing = useStore(compare, (state) => state.asked !== null);
  const was = useRef(isComparing);
  useEffect(() => {
    if (was.current === isComparing) return;
    was.current = isComparing;
    const isFree = (): boolean => document.activeElement === null || document.activeElement === document.body;
    const give = (): void => {
      if (!isFree()) return;
      if (isComparing) document.querySelector<HTMLElement>(`[${bannerMark}]`)?.focus({ preventScroll: true });
      else
        navigation.whenThere(() => {
          if (isFree()) navigation.focus();
        });
    };
    give();
    // The line over a version has the button that was pressed, and goes only by what this very change sets off.
    const frame = requestAnimationFrame(give);
    return () => cancelAnimationFrame(frame);
  }, [isComparing, navigation]);
}
