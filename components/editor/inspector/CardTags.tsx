'use client';

import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { addCardTags, removeCardTags } from '@/lib/document/operations/cardTags';
import type { Card } from '@/lib/map/card';
import type { CardParts } from '@/lib/map/cardParts';
import { compareTags, foldTag, listTags } from '@/lib/map/cardTag';
import { useEditor, useJourneyMap } from '../session/EditorContext';
import { Section } from './Section';
import { TagField } from './TagField';

type Shown = { tag: string; onAll: boolean };

/** The tags of cards with whether all of them have each. */
function tagsOf(cards: readonly Card[], parts: ReadonlyMap<string, CardParts>): Shown[] {
  const found = new Map<string, { tag: string; count: number }>();
  for (const { id } of cards) {
    for (const tag of parts.get(id)?.tags ?? []) {
      const known = found.get(foldTag(tag));
      found.set(foldTag(tag), { tag: known?.tag ?? tag, count: (known?.count ?? 0) + 1 });
    }
  }
  const shown = [...found.values()].map(({ tag, count }) => ({ tag, onAll: count === cards.length }));
  return shown.sort((a, b) => compareTags(a.tag, b.tag));
}

/** The tags of one card, or of several at once: what is added goes to all of them, what is taken away goes from all of them. */
export function CardTags({ cards, parts }: { cards: readonly Card[]; parts: ReadonlyMap<string, CardParts> }) {
  const t = useTranslations('cardParts.tags');
  const { doc, canWrite } = useEditor();
  const map = useJourneyMap();
  const known = useMemo(() => listTags(map), [map]);
  const ids = cards.map(({ id }) => id);
  const tags = tagsOf(cards, parts);
  if (tags.length === 0 && !canWrite) return null;
  const complete = new Set(tags.filter(({ onAll }) => onAll).map(({ tag }) => foldTag(tag)));
  return (
    <Section title={t('title')}>
      {tags.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {tags.map(({ tag, onAll }) => (
            <li
              key={tag}
              className="inline-flex max-w-full items-center rounded-full bg-surface-sunken pl-2.5 text-sm data-[some=true]:border data-[some=true]:border-line-strong data-[some=true]:border-dashed data-[plain=true]:pr-2.5"
              data-some={!onAll}
              data-plain={!canWrite}
            >
              <span className="min-w-0 break-words py-0.5">{onAll ? tag : t('some', { tag })}</span>
              {canWrite ? (
                <button
                  type="button"
                  aria-label={t('remove', { tag })}
                  className="inline-flex size-7 shrink-0 items-center justify-center rounded-full text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:size-9"
                  onClick={() => removeCardTags(doc, { ids, tags: [tag] })}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {canWrite ? (
        <TagField
          suggestions={known.filter(({ tag }) => !complete.has(foldTag(tag)))}
          onAdd={(tag) => addCardTags(doc, { ids, tags: [tag] })}
          onRemoveLast={() => {
            const last = tags.at(-1);
            if (last) removeCardTags(doc, { ids, tags: [last.tag] });
          }}
        />
      ) : null}
    </Section>
  );
}
