'use client';

import { useTranslations } from 'use-intl';
import type { StepAnswer } from '@/lib/evidence/evidenceAnswer';

/** Why a step counts as measured, or why it does not: the rule, as it was applied. */
export function LevelReason({ step: { level, answers } }: { step: StepAnswer }) {
  const t = useTranslations('evidence.level');
  const { reason } = level;
  if (answers === 0) return null;
  const text =
    reason.kind === 'noScores'
      ? t('noScores')
      : t(reason.kind, { metric: reason.metric.toUpperCase(), n: reason.n, needed: reason.needed });
  return <p className="rounded-md bg-surface-sunken px-3 py-2 text-ink-soft text-xs">{text}</p>;
}
