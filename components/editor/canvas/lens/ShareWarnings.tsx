'use client';

import { TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { isMoreThanAll, sumShares } from '@/lib/map/ways/wayChoices';
import { useMapIndex } from '../CanvasContext';

/** The steps whose ways take more customers than there are. Pointed out, never forbidden: figures come from different sources. */
export function ShareWarnings() {
  const t = useTranslations('editor.lens.ways');
  const format = useFormatter();
  const { map } = useMapIndex();
  const over = map.steps.flatMap(({ id, number }) => {
    const sum = sumShares(map.transitions.filter(({ from }) => from === id));
    return isMoreThanAll(sum) ? [{ number, sum }] : [];
  });
  if (over.length === 0) return null;
  return (
    <ul className="space-y-1 rounded-md bg-warning-soft px-3 py-2 text-sm">
      {over.map(({ number, sum }) => (
        <li key={number} className="flex items-start gap-2">
          <TriangleAlert size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-warning" />
          {t('tooMuch', { number, sum: format.number(sum, { style: 'percent', maximumFractionDigits: 0 }) })}
        </li>
      ))}
    </ul>
  );
}
