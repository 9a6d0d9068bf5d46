'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { Figure } from '@/lib/evidence/figures/figure';

const height = 28;

/** How often each score was given, as bars; and as a sentence for those who cannot see them. */
export function Distribution({ figure: { distribution, n } }: { figure: Figure }) {
  const t = useTranslations('evidence');
  const format = useFormatter();
  const most = Math.max(1, ...distribution.map(({ count }) => count));
  if (n === 0) return null;
  const words = distribution.map(({ score, count }) => t('given', { score, count }));
  return (
    <figure className="my-1.5">
      <div aria-hidden="true" className="flex items-end gap-0.5" style={{ height }}>
        {distribution.map(({ score, count }) => (
          <span
            key={score}
            title={t('given', { score, count })}
            className="flex-1 rounded-t-[1px] bg-evidence"
            style={{ height: count === 0 ? 1 : Math.max(2, (count / most) * height), opacity: count === 0 ? 0.4 : 1 }}
          />
        ))}
      </div>
      <div aria-hidden="true" className="flex gap-0.5 text-[0.625rem] text-ink-soft tabular-nums leading-4">
        {distribution.map(({ score }) => (
          <span key={score} className="flex-1 text-center">
            {score}
          </span>
        ))}
      </div>
      <figcaption className="sr-only">
        {t('distribution')}: {format.list(words, { type: 'unit' })}
      </figcaption>
    </figure>
  );
}
