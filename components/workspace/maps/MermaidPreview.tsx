'use client';

import { ArrowLeft, TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { MermaidFile } from './mermaidFile';
import { useMermaidSentence } from './useMermaidSentence';

/** What a Mermaid file would become, and what it would lose, before anything is made. */
export function MermaidPreview({ file, onBack }: { file: MermaidFile; onBack: () => void }) {
  const t = useTranslations('workspace.newMap');
  const format = useFormatter();
  const sentenceOf = useMermaidSentence();
  const { map, problems } = file;
  const mainPersona = map.personas[0]?.id;
  const personas = map.personas.map(({ name }) => name).filter((name) => name !== '');
  return (
    <div className="space-y-4">
      <div>
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <p className="min-w-0 truncate text-ink-soft text-sm">{t('filePreviewOf', { name: file.name || t('pastedText') })}</p>
          <Button size="sm" icon={<ArrowLeft size={14} aria-hidden="true" />} onClick={onBack}>
            {t('back')}
          </Button>
        </div>
        <p className="font-semibold text-lg">{map.meta.title || t('fileUntitled')}</p>
        <p className="text-ink-soft text-sm">
          {t('fileCounts', { stages: map.stages.length, steps: map.steps.length, personas: personas.length })}
          {personas.length > 0 ? `: ${format.list(personas)}` : ''}
        </p>
      </div>
      <ol className="max-h-56 space-y-3 overflow-y-auto rounded-lg border border-line bg-paper p-4" aria-label={t('fileContent')}>
        {map.stages.map((stage) => (
          <li key={stage.id}>
            {stage.title ? <p className="font-semibold text-sm">{stage.title}</p> : null}
            <ol className="mt-1 space-y-0.5">
              {stage.steps.map((step) => {
                const emotion =
                  mainPersona === undefined ? undefined : (step.emotions.get(mainPersona) ?? [...step.emotions.values()][0]);
                return (
                  <li key={step.id} className="flex items-baseline gap-3 text-sm">
                    <span className="w-6 shrink-0 text-right text-ink-faint tabular-nums">{step.number}</span>
                    <span className="min-w-0 flex-1">{step.title}</span>
                    {emotion === undefined ? null : (
                      <span className="shrink-0 text-ink-soft tabular-nums" title={t('fileEmotion')}>
                        {format.number(emotion, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).replace('-', '−')}
                      </span>
                    )}
                  </li>
                );
              })}
            </ol>
          </li>
        ))}
      </ol>
      {problems.length === 0 ? (
        <Banner tone="success">{t('fileComplete')}</Banner>
      ) : (
        <div className="rounded-lg bg-warning-soft px-4 py-3 text-sm">
          <p className="flex items-center gap-2 font-semibold text-warning">
            <TriangleAlert className="size-4 shrink-0" aria-hidden="true" />
            {t('fileProblems', { count: problems.length })}
          </p>
          <ul className="mt-2 max-h-40 space-y-1 overflow-y-auto">
            {problems.map((problem) => (
              <li key={`${problem.line}:${problem.key}`} className="flex gap-3">
                <span className="w-16 shrink-0 text-ink-soft tabular-nums">{t('fileLine', { line: problem.line })}</span>
                <span>{sentenceOf(problem)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
