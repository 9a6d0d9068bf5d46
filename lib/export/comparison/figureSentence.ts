import type { ComparedFigure } from '@/lib/evidence/compareEvidence';
import type { Figure } from '@/lib/evidence/figures/figure';
import type { translatorOf } from '@/lib/i18n/translator';
import type { FigureLabels } from '@/lib/map/layout/types';

type Say = ReturnType<typeof translatorOf<'comparing'>>;

/** A score of a step in two states, and what lies between them, as a line. */
export function figureSentence(
  { before, after, change, otherLinks }: ComparedFigure,
  step: { number: number; title: string } | undefined,
  labels: FigureLabels,
  t: Say,
): string {
  const scoreOf = (figure: Figure | null): string => {
    if (figure === null) return t('none');
    if (figure.standing === 'tooFew') return labels.tooFew;
    const { value, unit } = labels.score(figure);
    return [value, unit].filter((part) => part !== '').join(' ');
  };
  const one = after ?? before;
  const name = one ? labels.name(one) : '';
  const numbers = [before, after].flatMap((figure) => (figure ? [labels.answers(figure.n)] : [])).join(' → ');
  const note = after ? labels.note({ figure: after, change, otherLinks }) : '';
  const title = step ? `${t('step', { number: step.number, title: step.title.trim() || t('untitledStep') })} – ` : '';
  const figures = t('figure', { name, before: scoreOf(before), after: scoreOf(after) });
  return `${title}${figures}${[numbers, note]
    .filter((part) => part !== '')
    .map((part) => ` · ${part}`)
    .join('')}`;
}
