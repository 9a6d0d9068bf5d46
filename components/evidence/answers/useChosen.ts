'use client';

import { useRef, useState } from 'react';

/** Which of the shown answers are chosen. With Shift all from the last one to this one. */
export function useChosen(ids: readonly string[]): {
  chosen: ReadonlySet<string>;
  choose: (id: string, isChosen: boolean, isRange: boolean) => void;
  chooseAll: (isChosen: boolean) => void;
} {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const there = new Set(ids.filter((id) => chosen.has(id)));
  return {
    chosen: there,
    choose(id, isChosen, isRange) {
      const [from, to] = [last.current === null ? -1 : ids.indexOf(last.current), ids.indexOf(id)];
      const some = isRange && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      last.current = id;
      setChosen((before) => {
        const next = new Set(before);
        for (const one of some)
          if (isChosen) next.add(one);
          else next.delete(one);
        return next;
      });
    },
    chooseAll: (isChosen) => setChosen(new Set(isChosen ? ids : [])),
  };
}
