'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { LinkScore } from '@/lib/evidence/evidenceAnswer';
import { boundsOf, type Figure } from '@/lib/evidence/figures/figure';
import { useScoreWords } from './useScoreWords';

const size = { width: 272, height: 48, inset: 4 };

/** A score by months: a point for each with its interval, a gap where there are too few answers. */
export function Months({ months, figure }: { months: LinkScore['months']; figure: Figure }) {
  const t = useTranslations('evidence');
  const format = useFormatter();
  const labels = useScoreWords();
  const { lowest, highest } = boundsOf(figure);
  const step = (size.width - 2 * size.inset) / Math.max(1, months.length - 1);
  const xOf = (at: number) => size.inset + at * step;
  const yOf = (value: number) => size.inset + ((highest - value) / (highest - lowest)) * (size.height - 2 * size.inset);
  const nameOf = (month: string) =>
    format.dateTime(new Date(`${month}-01T00:00:00Z`), { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const points = months.flatMap((month, at) =>
    month.standing === 'tooFew' ? [] : [{ ...month, x: xOf(at), y: yOf(month.score) }],
  );
  const words = months.map((month) =>
    month.standing === 'tooFew'
      ? t('monthTooFew', { month: nameOf(month.month), n: month.n })
      : t('month', { month: nameOf(month.month), n: month.n, score: labels.score({ ...figure, ...month }).value }),
  );
  const [first, last] = [months[0], months.at(-1)];
  return (
    <figure className="mt-2">
      <svg aria-hidden="true" viewBox={`0 0 ${size.width} ${size.height}`} className="w-full">
        <path
          d={points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
          fill="none"
          stroke="var(--evidence)"
          strokeWidth={1.5}
        />
        {points.map(({ month, x, y, interval }) => (
          <g key={month}>
            <path d={`M${x} ${yOf(interval.upper)}V${yOf(interval.lower)}`} stroke="var(--evidence)" opacity={0.4} />
            <circle cx={x} cy={y} r={2.5} fill="var(--evidence)" />
          </g>
        ))}
      </svg>
      {first && last ? (
        <p aria-hidden="true" className="flex justify-between text-[0.6875rem] text-ink-soft">
          <span>{nameOf(first.month)}</span>
          <span>{nameOf(last.month)}</span>
        </p>
      ) : null}
      <figcaption className="sr-only">
        {t('byMonth')}: {format.list(words, { type: 'unit' })}
      </figcaption>
    </figure>
  );
}
