'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { monthsToShow, ownMonths, type Reasons } from '@/components/evidence/reasons/reasons';

/** So many reasons are told by months: the most frequent. */
const mostReasons = 6;

/** The most frequent contact reasons, month by month: bars, and the numbers for those who cannot see them. Nothing where nobody gave any. */
export function ReasonMonths({ reasons }: { reasons: Reasons }) {
  const t = useTranslations('evidence.reasons');
  const format = useFormatter();
  const months = monthsToShow(reasons.months);
  const top = reasons.categories
    .filter(({ own }) => own > 0)
    .toSorted((a, b) => b.own - a.own)
    .slice(0, mostReasons)
    .map((reason) => ({ ...reason, counts: ownMonths(reason, reasons.categories) }));
  const [first, last] = [months[0], months.at(-1)];
  if (top.length === 0 || first === undefined || last === undefined) return null;
  const most = Math.max(1, ...top.flatMap(({ counts }) => months.map((month) => counts.get(month) ?? 0)));
  const nameOf = (month: string) =>
    format.dateTime(new Date(`${month}-01T00:00:00Z`), { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (
    <div className="border-line border-t pt-3">
      <h4 className="font-semibold text-sm">{t('byMonth')}</h4>
      <p className="text-ink-soft text-xs">{t('of', { count: reasons.answers })}</p>
      <ul aria-label={t('byMonth')} className="mt-1.5 space-y-2">
        {top.map(({ categoryId, path, own, counts }) => (
          <li key={categoryId} className="text-sm">
            <div className="flex items-baseline justify-between gap-3">
              <span className="wrap-anywhere min-w-0">{path.join(' › ')}</span>
              <span className="shrink-0 text-ink-soft text-xs tabular-nums">{format.number(own)}</span>
            </div>
            <div aria-hidden="true" className="mt-1 flex h-6 items-end gap-0.5 border-line border-b">
              {months.map((month) => {
                const count = counts.get(month) ?? 0;
                const height = count === 0 ? 0 : Math.max(8, (count / most) * 100);
                return (
                  <span
                    key={month}
                    title={t('inMonth', { month: nameOf(month), count })}
                    className="flex h-full min-w-0 flex-1 items-end"
                  >
                    <span className="block w-full rounded-t-[1px] bg-evidence" style={{ height: `${height}%` }} />
                  </span>
                );
              })}
            </div>
            <p className="sr-only">
              {format.list(
                months.map((month) => t('inMonth', { month: nameOf(month), count: counts.get(month) ?? 0 })),
                { type: 'unit' },
              )}
            </p>
          </li>
        ))}
      </ul>
      <p aria-hidden="true" className="mt-0.5 flex justify-between text-[0.6875rem] text-ink-soft">
        <span>{nameOf(first)}</span>
        {last === first ? null : <span>{nameOf(last)}</span>}
      </p>
    </div>
  );
}
