import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { controlClass } from '@/components/ui/Field';
import type { Card } from '@/lib/map/card';
import { isCardColour } from '@/lib/map/layout/palette';
import { useEditor } from '../session/EditorContext';
import { SharedText } from '../text/SharedText';

/** A card in the list: a press opens its text; what else belongs to it stands in the details. */
export function ListCard({ card }: { card: Card }) {
  const t = useTranslations('list');
  const kinds = useTranslations('canvas.cardKind');
  const { selection, canWrite } = useEditor();
  const editing = useStore(selection, (state) => state.editing?.type === 'card' && state.editing.id === card.id);
  const selected = useStore(selection, (state) => state.selected.some((one) => one.type === 'card' && one.id === card.id));
  const colour =
    card.colour !== undefined && isCardColour(card.colour)
      ? { background: `var(--card-${card.colour})`, borderColor: `var(--card-${card.colour}-line)` }
      : undefined;
  if (editing) {
    return (
      <li data-list={`card:${card.id}`} className="space-y-2">
        <SharedText
          reference={{ type: 'card', id: card.id, field: 'text' }}
          label={t('cardText')}
          placeholder={t('cardHint')}
          rows={2}
          focusAt="end"
          className={`${controlClass} py-2`}
          onBlur={() => selection.getState().stopEditing()}
        />
        <div className="flex justify-end">
          {/* Pressing it takes the focus out of the text, which is what ends writing. */}
          <Button size="sm" variant="primary" icon={<Check size={16} aria-hidden="true" />}>
            {t('done')}
          </Button>
        </div>
      </li>
    );
  }
  return (
    <li data-list={`card:${card.id}`}>
      <button
        type="button"
        aria-pressed={selected}
        className={clsx(
          'wrap-anywhere min-h-11 w-full whitespace-pre-wrap rounded-md border border-line bg-surface px-3 py-2 text-left',
          selected && 'outline-2 outline-focus',
        )}
        style={colour}
        onClick={() => {
          const reference = { type: 'card', id: card.id } as const;
          if (canWrite) selection.getState().edit(reference);
          else selection.getState().select(reference);
        }}
      >
        {card.kind === 'note' ? null : <span className="block font-semibold text-xs">{kinds(card.kind)}</span>}
        {card.text === '' ? <span className="text-ink-faint">{t('emptyCard')}</span> : card.text}
      </button>
    </li>
  );
}
