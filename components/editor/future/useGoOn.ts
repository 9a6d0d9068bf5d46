'use client';

import { useEffect, useRef } from 'react';

type Waiting = {
  key: string;
  keys: readonly string[];
  controlOf: (key: string) => HTMLElement | null;
  otherwise: () => HTMLElement | null;
};

/**
 * Lets the keyboard go on in a list from which an entry goes by its own button: at the entry behind it, else at the one before it, else elsewhere. `keys`: the
 * entries, in their order. Call what it gives with the key that is about to go, the control of an entry, and where else.
 */
export function useGoOn(
  keys: readonly string[],
): (key: string, controlOf: Waiting['controlOf'], otherwise: Waiting['otherwise']) => void {
  const waiting = useRef<Waiting | null>(null);
  // Whenever the list is shown anew: the entry may go in a moment, or never, because that is locked.
  useEffect(() => {
    const asked = waiting.current;
    if (!asked || keys.includes(asked.key)) return;
    waiting.current = null;
    const at = asked.keys.indexOf(asked.key);
    const near = [...asked.keys.slice(at + 1), ...asked.keys.slice(0, at).reverse()].find((one) => keys.includes(one));
    ((near === undefined ? null : asked.controlOf(near)) ?? asked.otherwise())?.focus();
  });
  return (key, controlOf, otherwise) => {
    waiting.current = { key, keys, controlOf, otherwise };
  };
}
