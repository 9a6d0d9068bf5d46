'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import type { ColumnPlan } from '@/lib/evidence/reading/columns';
import { methodsOf } from '@/lib/evidence/scoreMethod';
import { metrics, scoreScaleSchema } from '@/lib/evidence/scoreScale';
import { useMethodText } from '../useMethodText';
import { DirectionChoice } from './DirectionChoice';
import { LabelFields } from './LabelFields';
import { NumberField } from './NumberField';
import type { ColumnSample } from './roleChoice';
import { type ScoreColumn, withDirection, withLabel, withMetric, withRange, wordsOf } from './scoreEdits';

type Props = { column: ScoreColumn; sample: ColumnSample; onChange: (column: ColumnPlan) => void };

/** How a score was asked: what it measures, on which numbers, and which end of them is good. */
export function ScoreFields({ column, sample, onChange }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const methodText = useMethodText();
  const { scale } = column.role;
  const { metric, min, max } = scale;
  const isFixed = metric === 'nps';
  const isOpen = column.doubts.includes('score.directionUnclear');
  const isSound = scoreScaleSchema.safeParse(scale).success;
  const words = wordsOf(column, sample);
  return (
    <div className="space-y-4 md:col-span-2">
      <div className="grid max-w-2xl grid-cols-2 gap-4 sm:grid-cols-[2fr_1fr_1fr]">
        <div className="max-sm:col-span-2">
          <Select
            label={t('metric')}
            value={metric}
            options={metrics.map((value) => ({ value, label: t(`metrics.${value}`) }))}
            onChange={(chosen) => onChange(withMetric(column, chosen))}
          />
        </div>
        {isFixed ? (
          <p className="self-end pb-2 text-ink-soft text-sm max-sm:col-span-2 sm:col-span-2">{t('npsScale')}</p>
        ) : (
          <>
            <NumberField
              label={t('lowest')}
              value={min}
              min={0}
              max={99}
              error={isSound ? undefined : t('scaleWrong')}
              onChange={(lowest) => onChange(withRange(column, { min: lowest, max }))}
            />
            <NumberField
              label={t('highest')}
              value={max}
              min={1}
              max={100}
              onChange={(highest) => onChange(withRange(column, { min, max: highest }))}
            />
          </>
        )}
      </div>
      {isFixed ? null : (
        <DirectionChoice scale={scale} isOpen={isOpen} onChange={(direction) => onChange(withDirection(column, direction))} />
      )}
      {isSound ? (
        <p className="text-ink-soft text-sm">
          {t('reckoned', { method: methodText(scale, methodsOf(scale)[0]) })} {isFixed ? null : t('reckonedOther')}
        </p>
      ) : null}
      {words.length > 0 ? (
        <LabelFields
          words={words}
          labels={column.role.labels}
          scale={scale}
          onChange={(word, value) => onChange(withLabel(column, word, value))}
        />
      ) : null}
    </div>
  );
}
