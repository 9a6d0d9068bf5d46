'use client';

import { useLocale, useTranslations } from 'use-intl';
import { formatScore } from '@/lib/evidence/figures/formatScore';
import type { TrendPoint } from '@/lib/evidence/figures/monthlyTrend';
import { type Reckoning, unitOf } from '@/lib/evidence/scoreMethod';
import { dateLocale } from '@/lib/i18n/dateLocale';
import { useWriteNumber } from '../useWriteNumber';
import { type DrawnMonth, drawTrend, trendFrame } from './trendGeometry';

/** A month as people write it. */
export function useMonthText(): (month: string, options: Intl.DateTimeFormatOptions) => string {
  const locale = useLocale();
  return (month, options) =>
    new Intl.DateTimeFormat(dateLocale(locale), { ...options, timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}

/** Of more months than fit, the newest are in sight first. */
const showNewest = (chart: HTMLElement | null): void => {
  if (chart) chart.scrollLeft = chart.scrollWidth;
};

type Props = { trend: readonly TrendPoint[]; reckoning: Reckoning; label: string };

/** The scores of months as a line with their intervals. Months with too few answers are drawn at the foot, and no line leads to them. */
export function TrendChart({ trend, reckoning, label }: Props) {
  const t = useTranslations('evidencePages.scores');
  const write = useWriteNumber();
  const monthText = useMonthText();
  const { width, height, months, lines, ticks } = drawTrend(trend, reckoning);
  const unit = unitOf(reckoning.method);
  const base = height - trendFrame.bottom;
  return (
    <section
      ref={showNewest}
      aria-label={t('trendOf', { label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={t('trendAlternative', { label })}
        className="text-xs tabular-nums"
      >
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <path d={`M${trendFrame.left} ${y}H${width - trendFrame.right}`} className="stroke-line" />
            <text x={trendFrame.left - 8} y={y + 4} textAnchor="end" className="fill-ink-soft">
              {formatScore(value, unit, write)}
            </text>
          </g>
        ))}
        {lines.map(({ x1, y1, x2, y2 }) => (
          <path key={x1} d={`M${x1} ${y1}L${x2} ${y2}`} className="stroke-evidence" strokeWidth="2" />
        ))}
        {months.map((drawn, place) => (
          <g key={drawn.month}>
            <Mark drawn={drawn} base={base} />
            <text x={drawn.x} y={base + 18} textAnchor="middle" className="fill-ink-soft">
              {monthText(drawn.month, { month: months.length > 24 ? 'narrow' : 'short' })}
            </text>
            {place === 0 || drawn.month.endsWith('-01') ? (
              <text x={drawn.x} y={base + 34} textAnchor="middle" className="fill-ink font-semibold">
                {drawn.month.slice(0, 4)}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </section>
  );
}

/** One month: its score with its interval, or that there are too few answers for one. */
function Mark({ drawn: { x, y, point }, base }: { drawn: DrawnMonth; base: number }) {
  if (!point) return null;
  if (!y)
    return <circle cx={x} cy={base} r="4" strokeDasharray="2 2" className="fill-surface stroke-ink-soft" strokeWidth="1.5" />;
  const isFirm = point.figure.standing === 'firm';
  return (
    <>
      <path
        d={`M${x} ${y.lower}V${y.upper}M${x - 4} ${y.lower}h8M${x - 4} ${y.upper}h8`}
        className="stroke-evidence"
        strokeOpacity="0.55"
        strokeWidth="1.5"
      />
      <circle
        cx={x}
        cy={y.score}
        r="5"
        strokeWidth="2"
        className={isFirm ? 'fill-evidence stroke-evidence' : 'fill-surface stroke-evidence'}
      />
    </>
  );
}
