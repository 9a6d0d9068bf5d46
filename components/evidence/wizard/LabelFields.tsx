'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { listScores, type ScoreScale, scoreScaleSchema } from '@/lib/evidence/scoreScale';

type Props = {
  words: readonly string[];
  labels: Readonly<Record<string, number>>;
  scale: ScoreScale;
  onChange: (words: string, value: number | null) => void;
};

/** Which number of the scale stands for which answer in words. */
export function LabelFields({ words, labels, scale, onChange }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const scores = scoreScaleSchema.safeParse(scale).success ? listScores(scale) : [];
  return (
    <details open={Object.keys(labels).length === 0}>
      <summary className="rounded py-1 font-semibold text-sm">{t('labels', { count: words.length })}</summary>
      <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {words.map((word) => {
          const value = Object.hasOwn(labels, word) ? labels[word] : undefined;
          const known = value === undefined ? '' : String(value);
          const options = [...new Set([...scores.map(String), ...(known === '' ? [] : [known])])];
          return (
            <Select
              key={word}
              label={word}
              size="sm"
              value={known}
              options={[{ value: '', label: t('noScore') }, ...options.map((score) => ({ value: score, label: score }))]}
              onChange={(chosen) => onChange(word, chosen === '' ? null : Number(chosen))}
            />
          );
        })}
      </div>
    </details>
  );
}
