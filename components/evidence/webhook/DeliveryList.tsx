'use client';

import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '@/components/ui/Badge';
import { DateTime } from '@/components/ui/Time';
import type { Delivery } from './webhook';

const toneOf = (outcome: Delivery['outcome']): Tone => {
  if (outcome === 'taken') return 'success';
  return outcome === 'partly' || outcome === 'busy' ? 'warning' : 'danger';
};

/** The last deliveries, each with what became of it. Nothing of what customers said stands here. */
export function DeliveryList({ deliveries }: { deliveries: readonly Delivery[] }) {
  const t = useTranslations('evidencePages.webhook.deliveries');
  if (deliveries.length === 0) return <p className="text-ink-soft">{t('none')}</p>;
  return (
    <ul aria-label={t('title')} className="-mt-3 divide-y divide-line">
      {deliveries.map(({ id, at, outcome, added, known, leftOut, rejected, problem }) => (
        <li key={id} className="py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Badge tone={toneOf(outcome)}>{t(`outcomes.${outcome}`)}</Badge>
            <span>{added + known + leftOut + rejected > 0 ? t('counts', { added, known, leftOut, rejected }) : null}</span>
            <span className="ml-auto text-ink-soft text-sm">
              <DateTime iso={at} />
            </span>
          </p>
          <p className="mt-1 max-w-prose text-pretty text-ink-soft text-sm">
            {problem ? (
              <>
                {problem.column === null ? null : <span className="font-semibold">{problem.column}: </span>}
                {problem.sentence}
              </>
            ) : (
              outcome !== 'taken' && t(`hints.${outcome}`)
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
