'use client';

import { Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { addReasonAnswer, removeReasonAnswer } from '@/lib/document/operations/reasons';
import { answerKey, maxAnswers, type Reason } from '@/lib/map/reason';
import { useEditor } from '../session/EditorContext';
import { SharedText } from '../text/SharedText';
import { AnswerField } from './AnswerField';
import { AnswerList } from './AnswerList';
import { type Answerable, listOffers } from './listAnswerable';
import { ReasonAimField } from './ReasonAimField';
import { useAnswerWords } from './useAnswerWords';

type Props = {
  reason: Reason;
  /** What differs, in words. */
  what: string;
  stepId: string | null;
  answerable: Answerable;
  isFresh: boolean;
  onDelete: () => void;
};

/** One reason: in words, what it answers, and the effect that is hoped for. */
export function ReasonItem({ reason, what, stepId, answerable, isFresh, onDelete }: Props) {
  const t = useTranslations('future.reason');
  const { doc, canWrite } = useEditor();
  const wordsOf = useAnswerWords(answerable);
  const field = useRef<HTMLDivElement>(null);
  const known = new Set(reason.answers.map(answerKey));
  const offers = canWrite
    ? listOffers(answerable, stepId, (answer) => known.has(answerKey(answer)))
        .map((offer) => ({ ...offer, words: wordsOf(offer.answer) }))
        .filter(({ words }) => words.canBeOffered)
    : [];
  return (
    <section aria-label={t('label', { what })} className="rounded-md border border-line bg-surface-sunken p-2.5 text-sm">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <SharedText
            reference={{ type: 'reason', id: reason.id, field: 'text' }}
            label={t('text', { what })}
            placeholder={t('placeholder')}
            focusAt={isFresh ? 'end' : undefined}
            className="rounded-md border border-line bg-surface px-2 py-1.5"
          />
        </div>
        {canWrite ? (
          <IconButton size="sm" data-deletes label={t('delete', { what })} icon={<Trash2 size={14} />} onClick={onDelete} />
        ) : null}
      </div>
      <AnswerList
        answers={reason.answers}
        wordsOf={wordsOf}
        around={field}
        {...(canWrite && { onRemove: (answer) => removeReasonAnswer(doc, { id: reason.id, answer }) })}
      />
      <div className="mt-2 grid items-start gap-2 sm:grid-cols-2">
        {canWrite && (offers.length > 0 || known.size > 0) && known.size < maxAnswers ? (
          <div ref={field} className="min-w-0">
            <AnswerField offers={offers} onChoose={(answer) => addReasonAnswer(doc, { id: reason.id, answer })} />
          </div>
        ) : null}
        <ReasonAimField reason={reason} />
      </div>
    </section>
  );
}
