'use client';

import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { controlClass } from '@/components/ui/Field';
import { addCard, deleteCards } from '@/lib/document/operations/cards';
import { findAlive } from '@/lib/document/schema';
import { textOf } from '@/lib/document/textReference';
import type { Card } from '@/lib/map/card';
import { useEditor } from '../session/EditorContext';
import { SharedText } from '../text/SharedText';
import { useTable } from './TableContext';

type Props = { stepId: string; laneId: string; cards: readonly Card[]; beginNew: boolean };

/** The cards of an open cell, one field each. Enter begins the next card, Backspace in an empty one takes it away. */
export function CardsEditor({ stepId, laneId, cards, beginNew }: Props) {
  const t = useTranslations('tableView');
  const { doc, canWrite } = useEditor();
  const { close } = useTable();
  /** Cards begun here: those left without a word go away again. */
  const drafts = useRef(new Set<string>());
  const [focused, setFocused] = useState<string | null>(null);

  const begin = (after: string | null): void => {
    const id = addCard(doc, { at: after === null ? { stepId, laneId } : { after } });
    if (!id) return;
    drafts.current.add(id);
    setFocused(id);
  };
  const begun = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cell opens.
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (cards.length === 0 || beginNew) begin(cards.at(-1)?.id ?? null);
    else setFocused(cards[0]?.id ?? null);
  }, []);
  useEffect(
    () => () => {
      for (const id of drafts.current) {
        const isEmpty = textOf(doc, { type: 'card', id, field: 'text' })?.toString().trim() === '';
        // Not a step of undo: it never was anything.
        if (isEmpty && findAlive(doc, 'cards', id)) deleteCards(doc, { ids: [id] }, 'draft');
      }
    },
    [doc],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, card: Card, index: number): void => {
    const { value } = event.currentTarget;
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      close({ stay: true });
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      // An empty card is the last one: Enter there has nothing more to begin.
      if (value.trim() === '') close({ stay: true });
      else begin(card.id);
    } else if (event.key === 'Backspace' && value === '' && cards.length > 1) {
      event.preventDefault();
      setFocused(cards[index - 1]?.id ?? cards[1]?.id ?? null);
      deleteCards(doc, { ids: [card.id] });
    }
  };

  return (
    <div className="space-y-1.5">
      {cards.map((card, index) => (
        <SharedText
          key={card.id}
          reference={{ type: 'card', id: card.id, field: 'text' }}
          label={t('cardField', { number: index + 1, count: cards.length })}
          placeholder={t('cardHint')}
          focusAt={card.id === focused ? 'end' : undefined}
          onKeyDown={(event) => onKeyDown(event, card, index)}
          className={`${controlClass} px-2! py-1 text-sm leading-5`}
        />
      ))}
      {canWrite ? (
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() => begin(cards.at(-1)?.id ?? null)}
        >
          {t('addCard')}
        </Button>
      ) : null}
    </div>
  );
}
