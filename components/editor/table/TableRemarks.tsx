'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import type { TableNote, TablePlan, TableProblem } from '@/lib/map/table/tablePlan';

/** A table with a thousand wrong places is told by the first ones and their number. */
const mostShown = 100;

/** What somebody should know before a table is inserted, and why it cannot be. */
export function TableRemarks({ plan: { notes, problems } }: { plan: TablePlan }) {
  const t = useTranslations('table');
  return (
    <>
      {problems.length > 0 ? (
        <Banner tone="danger" title={t('problemTitle')}>
          <ul className="mt-1 max-h-40 list-disc space-y-0.5 overflow-y-auto pl-4">
            {problems.slice(0, mostShown).map((problem) => (
              <li key={JSON.stringify(problem)}>{problemSentence(t, problem)}</li>
            ))}
            {problems.length > mostShown ? <li>{t('moreProblems', { count: problems.length - mostShown })}</li> : null}
          </ul>
        </Banner>
      ) : null}
      {notes.length > 0 ? (
        <Banner>
          <ul className="list-disc space-y-0.5 pl-4">
            {notes.map((note) => (
              <li key={JSON.stringify(note)} className="wrap-anywhere">
                {noteSentence(t, note)}
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
    </>
  );
}

type Sentences = ReturnType<typeof useTranslations<'table'>>;

function problemSentence(t: Sentences, problem: TableProblem): string {
  switch (problem.type) {
    case 'textTooLong': {
      const { row, column, length, max } = problem;
      return t('problem.textTooLong', { row, column, length, max });
    }
    case 'nothing':
      return t('problem.nothing');
    default:
      return t(`problem.${problem.type}`, { count: problem.count, max: problem.max });
  }
}

function noteSentence(t: Sentences, note: TableNote): string {
  switch (note.type) {
    case 'corner':
      return t('note.corner', { text: note.text });
    case 'notNumbers':
    case 'hiddenLane':
      return t(`note.${note.type}`, { name: note.name });
    case 'newPersona':
    case 'newStage':
      return t(`note.${note.type}`);
    default:
      return t(`note.${note.type}`, { count: note.count });
  }
}
