'use client';

import clsx from 'clsx';
import { Frown, MessageSquareQuote } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { controlClass, Field } from '@/components/ui/Field';
import type { ReasonAnswer } from '@/lib/map/reason';
import { answerKey } from '@/lib/map/reason';
import { foldText, toSearchWords } from '@/lib/map/search/foldText';
import { type OfferGroup, offerGroups } from './listAnswerable';
import type { AnswerWords } from './useAnswerWords';

/** Something that can be answered, with the words by which it is found. */
export type Offer = { group: OfferGroup; answer: ReasonAnswer; words: AnswerWords };

/** So many are listed; typing finds the others. */
const mostShown = 60;

type Props = { offers: readonly Offer[]; onChoose: (answer: ReasonAnswer) => void };

/**
 * A field by which what a difference answers is found: pain points and what customers said, in groups, those of the step first. A combobox: words narrow the
 * list, arrows choose, Enter takes, Escape closes it.
 */
export function AnswerField({ offers, onChoose }: Props) {
  const t = useTranslations('future.reason');
  const id = useId();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const words = toSearchWords(query);
  const found = offers.filter(({ words: { text, detail } }) => {
    const { folded } = foldText(`${text} ${detail}`);
    return words.every((word) => folded.includes(word));
  });
  const shown = found.slice(0, mostShown);
  const groups = offerGroups
    .map((group) => ({ group, items: shown.flatMap((offer, at) => (offer.group === group ? [{ offer, at }] : [])) }))
    .filter(({ items }) => items.length > 0);
  const optionId = (at: number): string => `${id}-option-${at}`;

  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (offer: Offer | undefined): void => {
    if (!offer) return;
    setQuery('');
    close();
    onChoose(offer.answer);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && shown.length > 0) {
      setOpen(true);
      setActive((at) => (at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length));
    } else if (event.key === 'Enter' && isOpen) choose(shown[active] ?? (words.length > 0 ? shown[0] : undefined));
    else if (event.key === 'Escape' && isOpen) close();
    else return;
    event.preventDefault();
  };
  return (
    <Field label={t('answer')} id={id}>
      {(control) => (
        <>
          <input
            {...control}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
            // Of the window around it, Escape closes only what lies on top.
            data-owns-escape={isOpen || undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('find')}
            value={query}
            className={clsx(controlClass, 'h-8 text-sm pointer-coarse:h-11')}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onBlur={close}
            onChange={(event) => {
              setQuery(event.target.value);
              setOpen(true);
              setActive(-1);
            }}
            onKeyDown={onKeyDown}
          />
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={t('answer')}
            hidden={!isOpen || shown.length === 0}
            className="mt-1 max-h-64 overflow-y-auto rounded-md border border-line bg-surface p-1"
            // The field keeps the focus, and with it the list.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
          >
            {groups.map(({ group, items }) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options, as ARIA has it.
              <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
                <p id={`${id}-${group}`} className="px-2 pt-1.5 pb-0.5 font-semibold text-ink-soft text-xs">
                  {t(`offers.${group}`)}
                </p>
                {items.map(({ offer, at }) => (
                  <Option
                    key={answerKey(offer.answer)}
                    id={optionId(at)}
                    offer={offer}
                    isActive={at === active}
                    onChoose={() => choose(offer)}
                  />
                ))}
              </div>
            ))}
          </div>
          {isOpen && shown.length === 0 ? <p className="mt-1 text-ink-soft text-sm">{t('nothingFound')}</p> : null}
          {isOpen && found.length > shown.length ? (
            <p className="mt-1 text-ink-faint text-xs">{t('moreFound', { count: found.length - shown.length })}</p>
          ) : null}
        </>
      )}
    </Field>
  );
}

function Option({ id, offer, isActive, onChoose }: { id: string; offer: Offer; isActive: boolean; onChoose: () => void }) {
  const { text, detail, isQuote } = offer.words;
  const Icon = offer.answer.type === 'card' ? Frown : MessageSquareQuote;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard.
    <div
      id={id}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' });
      }}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="flex min-h-8 cursor-pointer items-start gap-2 rounded-sm px-2 py-1.5 text-sm hover:bg-hover aria-selected:bg-hover pointer-coarse:min-h-11"
      onClick={onChoose}
    >
      <Icon size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">
        <span className={clsx('line-clamp-2 wrap-anywhere', isQuote && 'italic')}>{text}</span>
        {detail === '' ? null : <span className="block truncate text-ink-soft text-xs">{detail}</span>}
      </span>
    </div>
  );
}
