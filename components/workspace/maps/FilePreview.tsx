'use client';

import { TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import type { ImportedFile } from './importedFile';
import { useImportSentence } from './useImportSentence';

/** So many are in sight at once; the others on request, so that what the map holds is not far below. */
const shownAtOnce = 8;
/** A file with a thousand broken places is told by the first ones and their number. */
const mostShown = 200;

/** What a file would become, and what it would lose, before anything is made. */
export function FilePreview({ file }: { file: ImportedFile }) {
  const t = useTranslations('workspace.newMap');
  const format = useFormatter();
  const { map, start, problems } = file;
  const mainPersona = map.personas[0]?.id;
  const cards = [...map.cells.values()].reduce((total, list) => total + list.length, map.unplacedCards.length);
  const personas = map.personas.map(({ name }) => name).filter((name) => name !== '');
  return (
    <div className="space-y-4">
      <div>
        <p className="break-words font-semibold text-lg">{map.meta.title || t('fileUntitled')}</p>
        <p className="text-ink-soft text-sm">
          {t('fileCounts', { stages: map.stages.length, steps: map.steps.length, personas: personas.length })}
          {personas.length > 0 ? `: ${format.list(personas)}` : ''}
          {cards > 0 ? ` · ${t('fileCards', { cards, unplaced: map.unplacedCards.length })}` : ''}
        </p>
        {start ? (
          <p className="wrap-anywhere text-ink-soft text-sm">
            {t('fileStart', { map: start.source.title.trim() || t('fileUntitled'), number: start.version.number })}
          </p>
        ) : null}
      </div>
      {problems.length === 0 ? <Banner tone="success">{t('fileComplete')}</Banner> : <Problems problems={problems} />}
      <ol className="space-y-3 rounded-lg border border-line bg-paper p-4" aria-label={t('fileContent')}>
        {map.stages.map((stage) => (
          <li key={stage.id}>
            {stage.title ? <p className="break-words font-semibold text-sm">{stage.title}</p> : null}
            <ol className="mt-1 space-y-0.5">
              {stage.steps.map((step) => {
                const emotion =
                  mainPersona === undefined ? undefined : (step.emotions.get(mainPersona) ?? [...step.emotions.values()][0]);
                return (
                  <li key={step.id} className="flex items-baseline gap-3 text-sm">
                    <span className="w-6 shrink-0 text-right text-ink-faint tabular-nums">{step.number}</span>
                    <span className="min-w-0 flex-1 break-words">{step.title}</span>
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
    </div>
  );
}

/** What is not taken over, or differently, line by line. */
function Problems({ problems }: { problems: ImportedFile['problems'] }) {
  const t = useTranslations('workspace.newMap');
  const later = problems.slice(shownAtOnce, mostShown);
  return (
    <div className="rounded-lg bg-warning-soft px-4 py-3 text-sm">
      <p className="flex items-start gap-2 font-semibold text-warning">
        <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        {t('fileProblems', { count: problems.length })}
      </p>
      <ProblemList problems={problems.slice(0, shownAtOnce)} />
      {later.length > 0 ? (
        <details className="mt-2">
          <summary className="cursor-pointer rounded font-semibold">
            {t('fileMore', { count: problems.length - shownAtOnce })}
          </summary>
          <ProblemList problems={later} />
          {problems.length > mostShown ? <p className="mt-2">{t('fileMore', { count: problems.length - mostShown })}</p> : null}
        </details>
      ) : null}
      <p className="mt-2 text-ink-soft">{t('fileKept')}</p>
    </div>
  );
}

function ProblemList({ problems }: { problems: ImportedFile['problems'] }) {
  const t = useTranslations('workspace.newMap');
  const sentenceOf = useImportSentence();
  return (
    <ul className="mt-2 space-y-1.5">
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one place may have the same problem twice, and the list never changes
        <li key={index} className="flex flex-wrap gap-x-3 sm:flex-nowrap">
          <span className="min-w-16 shrink-0 text-ink-soft tabular-nums">{t('fileLine', { line: problem.line })}</span>
          <span className="min-w-0 break-words">
            {problem.path ? <code className="mr-1.5 break-all text-ink-soft">{problem.path}</code> : null}
            {sentenceOf(problem)}
          </span>
        </li>
      ))}
    </ul>
  );
}
