'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import { boundsOf } from '@/lib/evidence/figures/figure';
import { formatScore } from '@/lib/evidence/figures/formatScore';
import { unitOf } from '@/lib/evidence/scoreMethod';
import type { ColumnFigures } from '@/lib/sources/readFigures';
import { formatFigure } from '../formatFigure';
import { useMethodText } from '../useMethodText';
import { useWriteNumber } from '../useWriteNumber';
import { DistributionTable } from './DistributionTable';
import { GroupTable } from './GroupTable';
import { IntervalBar } from './IntervalBar';
import { ReckoningDialog } from './ReckoningDialog';
import { TrendChart } from './TrendChart';
import { TrendTable } from './TrendTable';

type Props = {
  sourceId: string;
  figures: ColumnFigures;
  limits: AnswerLimits;
  /** The name of the dimension that scores are split by. */
  dimension: string | null;
  mayManage: boolean;
};

/** All about one column of scores: the score itself, how often each answer was given, its months, its groups. */
export function ScoreCard({ sourceId, figures: { column, figure, trend, groups }, limits, dimension, mayManage }: Props) {
  const t = useTranslations('evidencePages.scores');
  const own = useTranslations('evidencePages');
  const write = useWriteNumber();
  const methodText = useMethodText();
  const id = useId();
  const [isEditing, setEditing] = useState(false);
  const label = column.label || column.name;
  const text = formatFigure(figure, write);
  const unit = unitOf(column.method);
  const { lowest, highest } = boundsOf(column);
  return (
    <li className="border-line border-t py-8">
      <section aria-labelledby={id}>
        <div className="mb-4 flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="mr-auto min-w-0">
            <h2 id={id} className="max-w-3xl break-words font-semibold text-lg">
              {label}
            </h2>
            <p className="mt-1 flex flex-wrap items-center gap-2 text-ink-soft text-sm">
              <Badge>{own(`metrics.${column.scale.metric}`)}</Badge>
              {t('scale', { min: column.scale.min, max: column.scale.max, good: column.scale.direction })}
              {' · '}
              {methodText(column.scale, column.method)}
            </p>
          </div>
          {mayManage ? (
            <Button size="sm" aria-label={t('correctNamed', { label })} onClick={() => setEditing(true)}>
              {t('correct')}
            </Button>
          ) : null}
        </div>
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[20rem_1fr]">
          <div className="space-y-5">
            <div>
              {text ? (
                <>
                  <p className="font-bold text-3xl tabular-nums">{text.score}</p>
                  <p className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-soft text-sm tabular-nums">
                    {t('intervalIs', { lower: text.lower, upper: text.upper })}
                    {figure.standing === 'tentative' ? <Badge tone="warning">{own('figure.tentative')}</Badge> : null}
                  </p>
                  <div className="mt-2 flex items-center gap-2 text-ink-faint text-xs tabular-nums">
                    <span aria-hidden="true">{formatScore(lowest, unit, write)}</span>
                    <IntervalBar figure={figure} />
                    <span aria-hidden="true">{formatScore(highest, unit, write)}</span>
                  </div>
                </>
              ) : (
                <p className="font-semibold">{own('figure.tooFew', { n: figure.n })}</p>
              )}
              <p className="mt-2 text-sm">{t('basedOn', { n: figure.n })}</p>
              {figure.offScale > 0 ? <p className="text-sm text-warning">{t('offScale', { count: figure.offScale })}</p> : null}
            </div>
            <DistributionTable figure={figure} label={label} />
          </div>
          <div className="min-w-0 space-y-6">
            {trend.length > 0 ? (
              <div>
                <p className="mb-2 font-semibold text-sm">{t('trend')}</p>
                <TrendChart trend={trend} reckoning={column} label={label} />
                <p className="mt-1 text-ink-soft text-sm">{t('legend', { firm: limits.firm })}</p>
                <details className="mt-2">
                  <summary className="rounded py-1 font-semibold text-sm">{t('asTable')}</summary>
                  <div className="mt-2">
                    <TrendTable trend={trend} label={label} />
                  </div>
                </details>
              </div>
            ) : (
              <p className="text-ink-soft text-sm">{t('noTrend')}</p>
            )}
            {dimension !== null && groups.length > 0 ? <GroupTable groups={groups} dimension={dimension} /> : null}
          </div>
        </div>
      </section>
      {isEditing ? <ReckoningDialog sourceId={sourceId} column={column} onClose={() => setEditing(false)} /> : null}
    </li>
  );
}
