'use client';

import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { type Direction, directions, type ScoreScale } from '@/lib/evidence/scoreScale';

type Props = { scale: ScoreScale; isOpen: boolean; onChange: (direction: Direction) => void };

/** Which end of a scale is good. While it is open, neither is chosen: a guess of ours would turn every score round. */
export function DirectionChoice({ scale: { metric, min, max, direction }, isOpen, onChange }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const id = useId();
  return (
    <fieldset aria-describedby={isOpen ? `${id}-open` : undefined}>
      <legend className="mb-1 font-semibold text-sm">{t('direction')}</legend>
      {isOpen ? (
        <p id={`${id}-open`} className="mb-2 flex items-start gap-1.5 text-danger text-sm">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>{t('directionOpen', { min, max })}</span>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {directions.map((value) => (
          <label key={value} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={id}
              value={value}
              checked={!isOpen && direction === value}
              aria-invalid={isOpen || undefined}
              onChange={() => onChange(value)}
              className="size-4 accent-ink"
            />
            {metric === 'ces' ? t(`directions.ces.${value}`, { min, max }) : t(`directions.${value}`, { min, max })}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
