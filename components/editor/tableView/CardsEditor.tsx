'use client';

import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { controlClass } from '@/components/ui/Field';
import { beginCard, deleteCards } from '@/lib/document/operations/cards';
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
  const root = useRef<HTMLDivElement>(null);
  /** Cards begun here, each with the one that it stands behind: they have a field at once, before the map has them. */
  const [begun, setBegun] = useState<readonly Begun[]>([]);
  const focus = (id: string | undefined): void => {
    const area = root.current?.querySelector<HTMLTextAreaElement>(`[data-card-field="${id}"] textarea`);
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  };
  const begin = (after: string | null): void => {
    const id = beginCard(doc, { at: after === null ? { stepId, laneId } : { after } });
    if (!id) return;
    // At once: the next key goes into it.
    flushSync(() => setBegun((known) => [...known, { id, after }]));
    focus(id);
  };
  const isOpen = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cell opens.
  useLayoutEffect(() => {
    if (isOpen.current) return;
    isOpen.current = true;
    if (cards.length > 0 && !beginNew) return focus(cards[0]?.id);
    const after = cards.at(-1)?.id ?? null;
    const id = beginCard(doc, { at: after === null ? { stepId, laneId } : { after } });
    if (id) setBegun([{ id, after }]);
  }, []);
  const first = begun.length === 1 ? begun[0]?.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the field of the card that the cell was opened with is there.
  useLayoutEffect(() => {
    if (first !== undefined) focus(first);
  }, [first]);
  const drafts = useRef(begun);
  drafts.current = begun;
  useEffect(
    () => () => {
      for (const { id } of drafts.current) {
        const isEmpty = textOf(doc, { type: 'card', id, field: 'text' })?.toString().trim() === '';
        // Not a step of undo: it never was anything.
        if (isEmpty && findAlive(doc, 'cards', id)) deleteCards(doc, { ids: [id] }, 'draft');
      }
    },
    [doc],
  );

  const ids = withBegun(cards, begun);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, id: string, index: number): void => {
    const { value } = event.currentTarget;
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      close({ stay: true });
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      // An empty card is the last one: Enter there has nothing more to begin.
      if (value.trim() === '') close({ stay: true });
      else begin(id);
    } else if (event.key === 'Backspace' && value === '' && ids.length > 1) {
      event.preventDefault();
      focus(ids[index - 1] ?? ids[1]);
      setBegun((known) => known.filter((one) => one.id !== id));
      deleteCards(doc, { ids: [id] });
    }
  };

  return (
    <div ref={root} className="space-y-1.5">
      {ids.map((id, index) => (
        <div key={id} data-card-field={id}>
          <SharedText
            reference={{ type: 'card', id, field: 'text' }}
            label={t('cardField', { number: index + 1, count: ids.length })}
            placeholder={t('cardHint')}
            onKeyDown={(event) => onKeyDown(event, id, index)}
            className={`${controlClass} px-2! py-1 text-sm leading-5`}
          />
        </div>
      ))}
      {canWrite ? (
        <Button size="sm" variant="ghost" icon={<Plus size={14} aria-hidden="true" />} onClick={() => begin(ids.at(-1) ?? null)}>
          {t('addCard')}
        </Button>
      ) : null}
    </div>
  );
}

type Begun = { id: string; after: string | null };

/** The cards' ids in their order, those begun here among them. */
function withBegun(cards: readonly Card[], begun: readonly Begun[]): string[] {
  const ids = cards.map(({ id }) => id);
  for (const { id, after } of begun) {
    if (ids.includes(id)) continue;
    const at = after === null ? -1 : ids.indexOf(after);
    ids.splice(at < 0 ? ids.length : at + 1, 0, id);
  }
  return ids;
}
