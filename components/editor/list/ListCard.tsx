import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { controlClass } from '@/components/ui/Field';
import type { Card } from '@/lib/map/card';
import { isCardColour } from '@/lib/map/layout/palette';
import { arrangeOnce, useEditor } from '../session/EditorContext';
import { SharedText } from '../text/SharedText';
import { PartCheck } from '../versions/parts/PartCheck';
import { tellLock } from '../workshop/locks/tellLock';
import { OnlyYouSee } from '../workshop/silent/OnlyYouSee';
import { useRoundOf } from '../workshop/silent/useRoundOf';
import type { Ballot } from '../workshop/voting/ballotOf';
import { VoteControl } from '../workshop/voting/VoteControl';
import { VoteCount } from '../workshop/voting/VoteCount';
import { frameOf, PersonTag } from './PersonTag';
import { usePersonAt } from './usePersonAt';

type Props = {
  card: Card;
  ballot: Ballot | null;
  /** Whether the filter does not find it. */
  faded: boolean;
};

/** A card in the list: a press opens its text; what else belongs to it stands in the details. */
export function ListCard({ card, ballot, faded }: Props) {
  const t = useTranslations('list');
  const kinds = useTranslations('canvas.cardKind');
  const filter = useTranslations('filter');
  const { selection, canWrite, role, session } = useEditor();
  const { locks, map } = session;
  const editing = useStore(selection, (state) => state.editing?.type === 'card' && state.editing.id === card.id);
  const person = usePersonAt(`card:${card.id}`);
  const selected = useStore(selection, (state) => state.selected.some((one) => one.type === 'card' && one.id === card.id));
  const { revealed } = useRoundOf(card.id);
  const colour =
    !faded && card.colour !== undefined && isCardColour(card.colour)
      ? { background: `var(--card-${card.colour})`, borderColor: `var(--card-${card.colour}-line)` }
      : undefined;
  if (editing) {
    return (
      <li data-list={`card:${card.id}`} className="relative space-y-2 rounded-md" style={frameOf(person)}>
        {person ? <PersonTag person={person} /> : null}
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
    <li data-list={`card:${card.id}`} className="relative rounded-md" style={frameOf(person)}>
      {person ? <PersonTag person={person} /> : null}
      <div className="flex items-center gap-2">
        <PartCheck part={{ type: 'card', id: card.id }} />
        <button
          type="button"
          aria-pressed={selected}
          className={clsx(
            'wrap-anywhere min-h-11 w-full min-w-0 whitespace-pre-wrap rounded-md border border-line px-3 py-2 text-left',
            faded ? 'border-dashed text-ink-faint' : 'bg-surface',
            selected && 'outline-2 outline-focus',
            revealed && 'ring-2 ring-accent',
          )}
          style={colour}
          onClick={() => {
            const reference = { type: 'card', id: card.id } as const;
            if (canWrite) {
              selection.getState().edit(reference);
              return;
            }
            selection.getState().select(reference);
            tellLock(role, locks, arrangeOnce(map.getSnapshot().map), reference);
          }}
        >
          {faded ? <span className="sr-only">({filter('outside')}) </span> : null}
          {card.kind === 'note' ? null : <span className="block font-semibold text-xs">{kinds(card.kind)}</span>}
          {card.text === '' ? <span className="text-ink-faint">{t('emptyCard')}</span> : card.text}
          <VoteCount votes={card.votes} />
          <OnlyYouSee cardId={card.id} />
        </button>
      </div>
      {ballot ? <VoteControl card={card} ballot={ballot} className="mt-1.5" /> : null}
    </li>
  );
}
