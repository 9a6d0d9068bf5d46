'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import type { ColumnPlan } from '@/lib/evidence/reading/columns';
import { missingTest } from '@/lib/evidence/reading/values/missing';
import { PersonalFields } from './PersonalFields';
import { type ColumnSample, choiceOf, roleChoices, withRole } from './roleChoice';
import { ScoreFields } from './ScoreFields';
import type { ScoreColumn } from './scoreEdits';
import { TimeFields } from './TimeFields';

type Props = {
  column: ColumnPlan;
  found: ColumnPlan;
  sample: ColumnSample;
  timeZone: string;
  isConflicting: boolean;
  onChange: (column: ColumnPlan) => void;
};

const mostExamples = 4;

function examplesOf({ cells, missing }: ColumnSample): string[] {
  const isMissing = missingTest(missing);
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !isMissing(cell));
  return [...new Set(filled)].slice(0, mostExamples);
}

const isScore = (column: ColumnPlan): column is ScoreColumn => column.role.kind === 'score';

/** A column of the file: what it is called, what stands in it, what it is for, and what of that is doubtful. */
export function ColumnCard({ column, found, sample, timeZone, isConflicting, onChange }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const reading = useTranslations('reading');
  const { name, label, role, doubts } = column;
  const examples = examplesOf(sample);
  // The direction has a place of its own, beside the choice that settles it.
  const shownDoubts = doubts.filter((doubt) => doubt !== 'score.directionUnclear');
  return (
    <li className="grid gap-x-6 gap-y-3 p-4 md:grid-cols-[1fr_18rem]">
      <div className="min-w-0">
        <p className="break-words font-semibold">{label || name}</p>
        {label && label !== name ? <p className="break-words text-ink-soft text-sm">{name}</p> : null}
        <p className="mt-1 line-clamp-2 break-words text-ink-soft text-sm">
          {examples.length === 0 ? t('noExamples') : t('examples', { values: examples.join(' · ') })}
        </p>
        {shownDoubts.length > 0 ? (
          <ul className="mt-2 space-y-1 text-sm text-warning">
            {shownDoubts.map((doubt) => (
              <li key={doubt} className="flex gap-1.5">
                <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
                <span>{reading(doubt, { timeZone })}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Select
        label={t('role')}
        aria-label={t('roleOf', { name: label || name })}
        value={choiceOf(role)}
        error={isConflicting ? t('conflict') : undefined}
        options={roleChoices.map((value) => ({ value, label: t(`roles.${value}`) }))}
        onChange={(choice) => onChange(withRole(column, choice, found, sample))}
      />
      {isScore(column) ? <ScoreFields column={column} sample={sample} onChange={onChange} /> : null}
      {role.kind === 'time' ? <TimeFields column={column} role={role} onChange={onChange} /> : null}
      {role.kind === 'personal' ? <PersonalFields column={column} role={role} onChange={onChange} /> : null}
    </li>
  );
}
