'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import { pathSign } from '../categories/categorySet';
import { bodyCell, headCell, ScrollTable } from '../ScrollTable';
import { monthsToShow, ownMonths, type Reasons } from './reasons';

type Line = { id: string; name: string; level: number; count: number; months: ReadonlyMap<string, number> };

/** The most frequent reasons, and their months as numbers with bars; in the order of the tree, or by how many there are. */
export function ReasonTable({ reasons, limits }: { reasons: Reasons; limits: AnswerLimits }) {
  const t = useTranslations('evidencePages.reasons');
  const format = useFormatter();
  const [order, setOrder] = useState<'frequent' | 'tree'>('frequent');
  const months = monthsToShow(reasons.months);
  const without: Line = {
    ...{ id: '', name: t('none'), level: 1, count: reasons.uncategorised },
    months: new Map(reasons.months.map(({ month, uncategorised }) => [month, uncategorised])),
  };
  const { categories } = reasons;
  const inTree = categories.map(
    ({ categoryId, path, level, total, months: counts }): Line => ({
      ...{ id: categoryId, name: path.at(-1) ?? '', level, count: total },
      months: new Map(counts.map(({ month, answers }) => [month, answers])),
    }),
  );
  // Each answer once: what is below a category counts there.
  const frequent = categories
    .filter(({ own }) => own > 0)
    .toSorted((a, b) => b.own - a.own)
    .map(
      (reason): Line => ({
        ...{ id: reason.categoryId, name: reason.path.join(pathSign), level: 1, count: reason.own },
        months: ownMonths(reason, categories),
      }),
    );
  const shown = [...(order === 'tree' ? inTree : frequent), ...(reasons.uncategorised > 0 ? [without] : [])];
  const most = Math.max(1, ...shown.flatMap((line) => months.map((month) => line.months.get(month) ?? 0)));
  const monthName = (month: string) =>
    format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const share = (count: number) =>
    reasons.answers < limits.score ? '–' : format.number(count / reasons.answers, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <section aria-labelledby="reason-table">
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <h2 id="reason-table" className="mr-auto font-bold text-lg">
          {t('title')}
        </h2>
        <SegmentedControl
          label={t('order')}
          value={order}
          options={[
            { value: 'frequent', label: t('orders.frequent') },
            { value: 'tree', label: t('orders.tree') },
          ]}
          onChange={setOrder}
        />
      </div>
      <ScrollTable label={t('title')}>
        <thead>
          <tr>
            <th scope="col" className={headCell}>
              {t('reason')}
            </th>
            <th scope="col" className={`${headCell} text-right`}>
              {t('answers')}
            </th>
            <th scope="col" className={`${headCell} text-right`}>
              {t('share')}
            </th>
            {months.map((month) => (
              <th key={month} scope="col" className={`${headCell} text-right`}>
                {monthName(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, level, count, months: counts }) => (
            <tr key={id}>
              <th
                scope="row"
                className={`${bodyCell} min-w-48 max-w-80 break-words text-left ${level === 1 && order === 'tree' ? 'font-semibold' : 'font-normal'} ${id === '' ? 'text-ink-soft italic' : ''}`}
              >
                <span className="block" style={{ paddingInlineStart: order === 'tree' ? `${(level - 1) * 1.25}rem` : 0 }}>
                  {name}
                </span>
              </th>
              <td className={`${bodyCell} text-right font-semibold`}>{format.number(count)}</td>
              <td className={`${bodyCell} text-right`}>{share(count)}</td>
              {months.map((month) => {
                const some = counts.get(month) ?? 0;
                return (
                  <td key={month} className={`${bodyCell} min-w-14 text-right`}>
                    {format.number(some)}
                    <span aria-hidden="true" className="mt-1 block h-1 rounded-full bg-line">
                      <span
                        className={`block h-full rounded-full ${id === '' ? 'bg-ink-faint' : 'bg-evidence'}`}
                        style={{ width: `${(some / most) * 100}%` }}
                      />
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p className="mt-2 max-w-prose text-pretty text-ink-soft text-sm">{t(order === 'tree' ? 'readingTree' : 'reading')}</p>
    </section>
  );
}
