import { useTranslations } from 'use-intl';
import { MomentSign } from '@/components/editor/canvas/nodes/signs';
import type { ArrangedMap } from '@/lib/map/arrange';
import { tallyMoments, tallyOrder } from '@/lib/map/momentTally';

/** How many all-or-nothing moments there are and how they stand, each with its sign; nothing where there are none. */
export function GateTally({ map }: { map: ArrangedMap }) {
  const t = useTranslations('canvas');
  const { count, byGate } = tallyMoments(map);
  if (count === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <span className="font-semibold">{t('momentCount', { count })}</span>
      {tallyOrder
        .filter((gate) => byGate[gate] > 0)
        .map((gate) => (
          <span key={gate} className="inline-flex items-center gap-2">
            <svg viewBox="0 0 24 24" className="size-6 shrink-0" aria-hidden="true">
              <MomentSign gate={gate} x={12} y={12} radius={11} />
            </svg>
            {t(`gateCount.${gate}`, { count: byGate[gate] })}
          </span>
        ))}
    </p>
  );
}
