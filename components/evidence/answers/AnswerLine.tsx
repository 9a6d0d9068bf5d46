'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { DateTime } from '@/components/ui/Time';
import { DayText } from '../DayText';
import { EntryFileList } from '../entries/EntryFileList';
import { useDimensionName } from '../useDimensionName';
import { type Answer, type AnswerColumn, saidIn } from './answer';

type Props = {
  answer: Answer;
  columns: readonly AnswerColumn[];
  sourceId: string;
  /** The category's name, where contact reasons are told apart; null for none. */
  category?: string | null | undefined;
  /** Chooses the answer, for what is done to several. */
  choice?: { isChosen: boolean; onChange: (isChosen: boolean, isRange: boolean) => void } | undefined;
  /** What can be done with it, if anything can. */
  actions?: ReactNode;
};

/** One answer: when, about what, the scores, and the customer's own words; with what somebody who typed it in has put there. */
export function AnswerLine({ answer, columns, sourceId, category, choice, actions }: Props) {
  const t = useTranslations('evidencePages.answers');
  const metrics = useTranslations('evidencePages.metrics');
  const format = useFormatter();
  const nameOf = useDimensionName();
  const scores = saidIn(answer.scores, columns);
  const verbatims = saidIn(answer.verbatims, columns);
  const personal = saidIn(answer.personal, columns);
  const dimensions = Object.entries(answer.dimensions);
  const { day, at } = answer;
  const undated = at === null ? t('undated') : <DateTime iso={at} />;
  const when = day === null ? undated : <DayText day={day} />;
  const metricName = (metric: string | null) =>
    metric === 'nps' || metric === 'csat' || metric === 'ces' ? metrics(metric) : '';
  return (
    <li className="grid gap-x-8 gap-y-3 py-5 md:grid-cols-[12rem_1fr]">
      <div className="space-y-2">
        <div className="flex items-center gap-2">
          {choice ? (
            <label className="-m-2 p-2 pointer-coarse:-m-3 pointer-coarse:p-3">
              <input
                type="checkbox"
                className="block size-4 accent-ink"
                checked={choice.isChosen}
                aria-label={t('choose', { text: verbatims[0]?.value.slice(0, 80) ?? t('noWords') })}
                // A click's keys are known only then; keys choose one by one.
                onClick={(event) => choice.onChange(!choice.isChosen, event.shiftKey)}
                onChange={() => undefined}
              />
            </label>
          ) : null}
          <p className="font-semibold text-sm">{when}</p>
        </div>
        {category === undefined ? null : (
          <p className={category === null ? 'text-ink-faint text-sm' : 'break-words text-sm'}>
            {category ?? t('noCategory')}
            {answer.category ? <span className="text-ink-soft"> · {t(`by.${answer.category.by}`)}</span> : null}
          </p>
        )}
        {scores.length > 0 ? (
          <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm md:flex-col">
            {scores.map(({ column, value }) => (
              <div key={column.number} className="flex items-baseline gap-2" title={column.label}>
                <dt className="text-ink-soft">
                  {metricName(column.metric)}
                  <span className="sr-only"> {column.label}</span>
                </dt>
                <dd className="font-bold tabular-nums">{format.number(value)}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
      <div className="min-w-0 space-y-3">
        {verbatims.map(({ column, value }) => (
          <div key={column.number}>
            <p className="text-ink-soft text-xs">{column.label}</p>
            <blockquote className="max-w-prose whitespace-pre-wrap text-pretty break-words">{value}</blockquote>
          </div>
        ))}
        {verbatims.length === 0 ? <p className="text-ink-faint text-sm">{t('noWords')}</p> : null}
        {answer.entry ? <EntryFileList sourceId={sourceId} entryId={answer.id} files={answer.entry.files} /> : null}
        {personal.length > 0 ? (
          <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {personal.map(({ column, value }) => (
              <div key={column.number} className="flex gap-2">
                <dt className="text-ink-soft">{column.label}</dt>
                <dd className="break-all">{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {dimensions.length > 0 ? (
          <ul className="flex flex-wrap gap-1.5" aria-label={t('dimensions')}>
            {dimensions.map(([name, value]) => (
              <li key={name} className="max-w-full">
                <Badge>
                  <span className="truncate">
                    {nameOf(name)}: {value}
                  </span>
                </Badge>
              </li>
            ))}
          </ul>
        ) : null}
        {answer.entry ? (
          <p className="text-ink-faint text-sm">
            {t(answer.entry.editedAt ? 'typedAndEdited' : 'typed', { name: answer.entry.author ?? t('somebody') })}
          </p>
        ) : null}
        {actions}
      </div>
    </li>
  );
}
