'use client';

import { Trash2, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { Select } from '@/components/ui/Select';
import { addReasonAnswer, deleteReason, removeReasonAnswer } from '@/lib/document/operations/reasons';
import { answerKey, type Reason, type ReasonAnswer } from '@/lib/map/reason';
import { useEditor } from '../session/EditorContext';
import { SharedText } from '../text/SharedText';
import type { Answerable } from './listAnswerable';
import { ReasonAimField } from './ReasonAimField';

type Props = { reason: Reason; what: string; stepId: string | null; cards: readonly Answerable[]; isFresh: boolean };

const longestShown = 80;
const shorten = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)} …` : text);

/** One reason: in words, what it answers, and the effect that is hoped for. */
export function ReasonItem({ reason, what, stepId, cards, isFresh }: Props) {
  const t = useTranslations('future.reason');
  const { doc, canWrite } = useEditor();
  const textOf = ({ type, id }: ReasonAnswer): string =>
    type === 'card' ? shorten(cards.find(({ card }) => card.id === id)?.card.text.trim() || t('cardGone')) : t('evidence');
  const known = new Set(reason.answers.map(answerKey));
  const choices = cards
    .flatMap(({ card, isPainPoint }) => (isPainPoint && !known.has(answerKey({ type: 'card', id: card.id })) ? [card] : []))
    .toSorted((a, b) => Number(b.pos.stepId === stepId) - Number(a.pos.stepId === stepId));
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
          <IconButton
            size="sm"
            label={t('delete', { what })}
            icon={<Trash2 size={14} />}
            onClick={() => deleteReason(doc, { id: reason.id })}
          />
        ) : null}
      </div>
      {reason.answers.length > 0 ? (
        <ul aria-label={t('answers')} className="mt-2 space-y-1">
          {reason.answers.map((answer) => (
            <li key={answerKey(answer)} className="flex items-start gap-1">
              <span className="min-w-0 flex-1 wrap-anywhere">
                <span className="text-ink-faint text-xs">{t('answers')}: </span>
                {textOf(answer)}
              </span>
              {canWrite ? (
                <IconButton
                  size="sm"
                  label={t('removeAnswer', { text: textOf(answer) })}
                  icon={<X size={14} />}
                  onClick={() => removeReasonAnswer(doc, { id: reason.id, answer })}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mt-2 grid gap-2 sm:grid-cols-2">
        {canWrite && choices.length > 0 ? (
          <Select
            size="sm"
            label={t('answer')}
            value=""
            options={[
              { value: '', label: t('choose') },
              ...choices.map(({ id, text }) => ({ value: id, label: shorten(text.trim()) })),
            ]}
            onChange={(id) => {
              if (id !== '') addReasonAnswer(doc, { id: reason.id, answer: { type: 'card', id } });
            }}
          />
        ) : null}
        <ReasonAimField reason={reason} />
      </div>
    </section>
  );
}
