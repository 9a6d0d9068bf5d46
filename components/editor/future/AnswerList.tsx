'use client';

import clsx from 'clsx';
import { Frown, MessageSquareQuote, MessageSquareX, X } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { answerKey, type ReasonAnswer } from '@/lib/map/reason';
import type { AnswerWords } from './useAnswerWords';
import { useGoOn } from './useGoOn';

type Props = {
  answers: readonly ReasonAnswer[];
  wordsOf: (answer: ReasonAnswer) => AnswerWords;
  /** Absent for whoever may not change it. */
  onRemove?: (answer: ReasonAnswer) => void;
  /** What the list stands in: where the keyboard goes on when its last entry is gone. */
  around: RefObject<HTMLElement | null>;
};

/** What a reason answers; what is missing of it is said plainly. */
export function AnswerList({ answers, wordsOf, onRemove, around }: Props) {
  const t = useTranslations('future.reason');
  const list = useRef<HTMLUListElement>(null);
  const goOn = useGoOn(answers.map(answerKey));
  const removeButton = (key: string): HTMLElement | null =>
    list.current?.querySelector(`[data-answer="${CSS.escape(key)}"] button`) ?? null;
  if (answers.length === 0) return null;
  return (
    <>
      <p aria-hidden="true" className="mt-2 mb-1 text-ink-faint text-xs">
        {t('answers')}
      </p>
      <ul ref={list} aria-label={t('answers')} className="space-y-1">
        {answers.map((answer) => {
          const { text, detail, isQuote, isMissing } = wordsOf(answer);
          const Icon = isMissing && answer.type === 'link' ? MessageSquareX : answer.type === 'card' ? Frown : MessageSquareQuote;
          return (
            <li key={answerKey(answer)} data-answer={answerKey(answer)} className="flex items-start gap-2">
              <Icon size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-faint" />
              <span className={clsx('min-w-0 flex-1 wrap-anywhere', isMissing && 'text-ink-soft')}>
                <span className={clsx('line-clamp-3', isQuote && 'italic')}>{text}</span>
                {detail === '' ? null : <span className="block text-ink-soft text-xs">{detail}</span>}
              </span>
              {onRemove ? (
                <IconButton
                  size="sm"
                  label={t('removeAnswer', { text: shorten(text) })}
                  icon={<X size={14} />}
                  onClick={() => {
                    goOn(answerKey(answer), removeButton, () => around.current?.querySelector('input') ?? null);
                    onRemove(answer);
                  }}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const longestName = 80;
const shorten = (text: string): string => (text.length > longestName ? `${text.slice(0, longestName)} …` : text);
