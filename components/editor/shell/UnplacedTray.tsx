'use client';

import { ChevronDown, Inbox } from 'lucide-react';
import { type DragEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { moveCards } from '@/lib/document/operations/cards';
import { altOf } from '@/lib/map/attachment';
import type { Card } from '@/lib/map/card';
import { noParts } from '@/lib/map/cardParts';
import { isCardColour } from '@/lib/map/layout/palette';
import { arrangeOnce, useArrangedPart, useEditor } from '../session/EditorContext';
import { placeForCard } from './placeForCard';

const dragType = 'application/x-wegmarke-card';

/** Cards whose step or lane was deleted: kept in sight until somebody puts them back, by a press or by dragging them into a cell. */
export function UnplacedTray() {
  const t = useTranslations('editor.unplaced');
  const { doc, canWrite, selection, navigation, session } = useEditor();
  const unplacedCards = useArrangedPart((map) => map.unplacedCards);
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  // The sentence has done its work once something is selected.
  useEffect(
    () =>
      selection.subscribe(({ selected }, before) => {
        if (selected !== before.selected) setAsking(false);
      }),
    [selection],
  );
  useDropOnMap(canWrite && unplacedCards.length > 0);
  if (unplacedCards.length === 0) return null;

  const putBack = (card: Card) => {
    const cell = placeForCard(arrangeOnce(session.map.getSnapshot().map), card, selection.getState().selected);
    if (!cell) {
      setAsking(true);
      return;
    }
    if (!moveCards(doc, { ids: [card.id], to: cell })) return;
    const reference = { type: 'card', id: card.id } as const;
    selection.getState().select(reference);
    // The card has a place on the map only after it is drawn there.
    requestAnimationFrame(() => requestAnimationFrame(() => navigation.goTo(reference)));
  };

  return (
    <section
      aria-label={t('title')}
      data-covers-map
      className="absolute bottom-3 left-3 z-10 flex w-64 max-w-[calc(100%-1.5rem)] flex-col-reverse items-start gap-2"
    >
      <Button
        size="sm"
        aria-expanded={open}
        icon={<Inbox size={14} aria-hidden="true" />}
        className="bg-surface! shadow-float"
        onClick={() => setOpen(!open)}
      >
        <span className="max-sm:sr-only">{t('count', { count: unplacedCards.length })}</span>
        <span aria-hidden="true" className="sm:hidden">
          {unplacedCards.length}
        </span>
        <ChevronDown size={14} aria-hidden="true" className={open ? '' : 'rotate-180'} />
      </Button>
      {open ? (
        <div className="relative max-h-[50vh] w-full animate-pop-in overflow-y-auto rounded-lg border border-line bg-surface p-3 shadow-float">
          <p className="mb-2 text-ink-soft text-xs">{canWrite ? t('hint') : t('hintReadOnly')}</p>
          <p role="status" className={asking ? 'mb-2 font-semibold text-ink text-xs' : 'sr-only'}>
            {asking ? t('selectCell') : ''}
          </p>
          <ul className="space-y-2">
            {unplacedCards.map((card) => (
              <li key={card.id}>
                <TrayCard card={card} disabled={!canWrite} onPutBack={() => putBack(card)} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function TrayCard({ card, disabled, onPutBack }: { card: Card; disabled: boolean; onPutBack: () => void }) {
  const t = useTranslations('editor.unplaced');
  const colour = card.colour !== undefined && isCardColour(card.colour) ? card.colour : 'plain';
  const cardParts = useArrangedPart((map) => map.cardParts);
  const { pictures, files } = cardParts.get(card.id) ?? noParts;
  const [shown] = [...pictures, ...files];
  const text = card.text || (shown ? altOf(shown) : t('empty'));
  return (
    <button
      type="button"
      draggable={!disabled}
      disabled={disabled}
      aria-label={t('putBack', { text })}
      onClick={onPutBack}
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.setData(dragType, card.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      className="block w-full cursor-grab rounded-md border p-2 text-left text-sm disabled:cursor-default"
      style={{ background: `var(--card-${colour})`, borderColor: `var(--card-${colour}-line)` }}
    >
      <span className="line-clamp-3 whitespace-pre-wrap">{text}</span>
    </button>
  );
}

/** Takes cards of the tray that are dropped on a cell of the map. */
function useDropOnMap(active: boolean): void {
  const { doc, navigation, selection } = useEditor();
  useEffect(() => {
    if (!active) return;
    const cellOf = (event: globalThis.DragEvent) =>
      event.dataTransfer?.types.includes(dragType) ? navigation.cellAt(event.clientX, event.clientY) : null;
    const onOver = (event: globalThis.DragEvent): void => {
      if (!cellOf(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
    };
    const onDrop = (event: globalThis.DragEvent): void => {
      const cell = cellOf(event);
      const id = event.dataTransfer?.getData(dragType);
      if (!cell || !id) return;
      event.preventDefault();
      if (moveCards(doc, { ids: [id], to: cell })) selection.getState().select({ type: 'card', id });
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [active, doc, navigation, selection]);
}
