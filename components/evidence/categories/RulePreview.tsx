'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { requestJson } from '@/components/workspace/request';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import type { TrySource } from './CategoriesView';
import type { Rule } from './categorySet';

const count = z.number();
const previewSchema = z.object({
  ...{ looked: count, matched: count, here: count, added: count, taken: count, byHand: count, kept: count },
  examples: z.array(z.object({ id: z.string(), texts: z.array(z.string()), categoryId: z.string().nullable() })),
  nextCursor: z.string().nullable(),
});
type Preview = z.output<typeof previewSchema>;

type Props = {
  rule: Omit<Rule, 'id'> & { id?: string };
  sources: readonly TrySource[];
  sourceId: string;
  onSource: (id: string) => void;
  paths: ReadonlyMap<string, string>;
  isUsable: boolean;
};

const mostExamples = 5;

const addUp = (a: Preview | null, b: Preview): Preview => {
  if (a === null) return b;
  const sum = (name: 'looked' | 'matched' | 'here' | 'added' | 'taken' | 'byHand' | 'kept') => ({ [name]: a[name] + b[name] });
  const counts = Object.assign({}, ...(['looked', 'matched', 'here', 'added', 'taken', 'byHand', 'kept'] as const).map(sum));
  return { ...b, ...counts, examples: [...a.examples, ...b.examples].slice(0, mostExamples) };
};

/** What a rule would do with the answers of a source, looked through piece by piece. */
export function RulePreview({ rule, sources, sourceId, onSource, paths, isUsable }: Props) {
  const t = useTranslations('evidencePages.rules');
  const sentenceOf = useProblemSentence();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isLooking, setLooking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const look = async () => {
    setLooking(true);
    setError(null);
    let sum: Preview | null = null;
    try {
      do {
        const body = { ...rule, ...(sum?.nextCursor ? { cursor: sum.nextCursor } : {}) };
        const next: Preview = await requestJson('POST', `/api/v1/sources/${sourceId}/rule-preview`, previewSchema, body);
        sum = addUp(sum, next);
        setPreview(sum);
      } while (sum.nextCursor !== null);
    } catch (problem) {
      setError(sentenceOf(problem));
    }
    setLooking(false);
  };
  return (
    <section aria-label={t('preview')} className="rounded-lg bg-surface-sunken p-4">
      <div className="flex flex-wrap items-end gap-3">
        {sources.length > 1 ? (
          <Select
            size="sm"
            label={t('source')}
            className="min-w-40"
            value={sourceId}
            options={sources.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={onSource}
          />
        ) : null}
        <Button size="sm" type="button" disabled={!isUsable} busy={isLooking} onClick={() => void look()}>
          {t('tryOut')}
        </Button>
      </div>
      <div role="status" className="mt-2 text-sm">
        {error ? <p className="text-danger">{error}</p> : null}
        {preview ? (
          <>
            <p className="font-semibold">{t('matched', { matched: preview.matched, looked: preview.looked })}</p>
            <ul className="mt-1 list-disc space-y-0.5 pl-5">
              {(['here', 'added', 'taken', 'byHand', 'kept'] as const).map((name) =>
                preview[name] === 0 ? null : <li key={name}>{t(`counts.${name}`, { count: preview[name] })}</li>,
              )}
            </ul>
          </>
        ) : null}
      </div>
      {preview && preview.examples.length > 0 ? (
        <ul aria-label={t('examples')} className="mt-3 space-y-2 text-sm">
          {preview.examples.map(({ id, texts, categoryId }) => (
            <li key={id} className="border-line-strong border-l-2 pl-3">
              <p className="line-clamp-3 whitespace-pre-wrap break-words">{texts.join('\n')}</p>
              <p className="text-ink-soft text-xs">
                {categoryId === null ? t('inNone') : t('in', { name: paths.get(categoryId) ?? '' })}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
