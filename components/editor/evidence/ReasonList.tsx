'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { TopReasons } from '@/lib/evidence/evidenceAnswer';
import { usualLimits } from '@/lib/evidence/figures/answerLimits';
import { useEditor } from '../session/EditorContext';

type Line = { id: string; name: string; answers: number };

/** For which reasons customers got in touch, the most frequent first, with bars; nothing where nobody did. */
export function ReasonList({ reasons: { answers, uncategorised, top } }: { reasons: TopReasons }) {
  const t = useTranslations('evidence.reasons');
  const format = useFormatter();
  const { evidence } = useEditor();
  const limits = useStore(evidence, (state) => state.answer?.limits) ?? usualLimits;
  const categories = useStore(evidence, (state) => state.answer?.categories) ?? [];
  if (answers === 0) return null;
  const named = top.map(
    ({ categoryId, answers: some }): Line => ({
      id: categoryId,
      name: categories.find(({ id }) => id === categoryId)?.path.join(' › ') ?? '…',
      answers: some,
    }),
  );
  const rest = answers - uncategorised - top.reduce((sum, { answers: some }) => sum + some, 0);
  const lines: Line[] = [
    ...named,
    ...(rest > 0 ? [{ id: 'more', name: t('more'), answers: rest }] : []),
    ...(uncategorised > 0 ? [{ id: 'none', name: t('none'), answers: uncategorised }] : []),
  ];
  const most = Math.max(...lines.map((line) => line.answers));
  const isTooFew = answers < limits.score;
  const told = (some: number): string =>
    isTooFew
      ? format.number(some)
      : t('share', { count: some, share: format.number(some / answers, { style: 'percent', maximumFractionDigits: 0 }) });
  return (
    <div className="mt-2">
      <h4 className="font-semibold text-sm">{t('title')}</h4>
      <p className="text-ink-soft text-xs">{isTooFew ? t('tooFew', { count: answers }) : t('of', { count: answers })}</p>
      <ul className="mt-1 space-y-1.5" aria-label={t('title')}>
        {lines.map((line) => {
          const isReason = line.id !== 'none' && line.id !== 'more';
          return (
            <li key={line.id} className="text-sm">
              <div className="flex items-baseline justify-between gap-3">
                <span className={isReason ? 'min-w-0 break-words' : 'min-w-0 text-ink-soft italic'}>{line.name}</span>
                <span className="shrink-0 text-ink-soft text-xs tabular-nums">{told(line.answers)}</span>
              </div>
              <span aria-hidden="true" className="mt-0.5 block h-1 rounded-full bg-line">
                <span
                  className={`block h-full rounded-full ${isReason ? 'bg-evidence' : 'bg-ink-faint'}`}
                  style={{ width: `${(line.answers / most) * 100}%` }}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
