import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Way } from '@/lib/map/ways/way';
import { wayRuns } from '@/lib/map/ways/wayRuns';
import { useMapIndex } from '../CanvasContext';

/** A way in words: “Steps 1–7, back to 4–9”. */
export function useWayWords(): (way: Pick<Way, 'steps'>) => string {
  const t = useTranslations('editor.lens.ways.run');
  const { steps } = useMapIndex();
  return useMemo(() => {
    const numbers = new Map(steps.map(({ id, number }) => [id, number]));
    return (way) =>
      wayRuns(way, numbers)
        .map(({ from, to, by }) => t(by, { steps: from === to ? String(from) : `${from}–${to}` }))
        .join(', ');
  }, [steps, t]);
}
