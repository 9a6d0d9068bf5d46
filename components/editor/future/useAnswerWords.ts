'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { ReasonAnswer } from '@/lib/map/reason';
import { useFilterWords } from '../evidence/useFilterWords';
import { useTargetName } from '../evidence/useTargetName';
import { useEditor } from '../session/EditorContext';
import type { Answerable } from './listAnswerable';

/**
 * How something is spoken of that a reason answers: what it says, where it comes from, and whether it is a quote, or missing: gone, erased, or taken off.
 * `canBeOffered`: there is something to answer.
 */
export type AnswerWords = { text: string; detail: string; isQuote: boolean; isMissing: boolean; canBeOffered: boolean };

const missing = { detail: '', isQuote: false, isMissing: true, canBeOffered: false } as const;

/** How what is answered is called: a card by its words, what customers said by their words or by the part of the source, as far as this person may see it. */
export function useAnswerWords({ cards, links }: Answerable): (answer: ReasonAnswer) => AnswerWords {
  const t = useTranslations('future.reason');
  const evidence = useTranslations('evidence');
  const store = useEditor().evidence;
  const { mayRead, answer, links: said, quotes } = useStore(store);
  const { wordsOf } = useFilterWords();
  const targetName = useTargetName();
  return ({ type, id }) => {
    if (type === 'card') {
      const card = cards.get(id)?.card;
      if (!card) return { ...missing, text: t('cardGone') };
      return { text: card.text.trim(), detail: '', isQuote: false, isMissing: false, canBeOffered: true };
    }
    const known = links.get(id);
    if (!known) return { ...missing, text: t('evidenceGone') };
    // Somebody who may not see it is told that there is something.
    if (!mayRead) return { ...missing, text: t('evidence'), isMissing: false };
    const { link, isLinked } = known;
    const state = said.get(id)?.state;
    const source = answer?.sources.find((one) => one.id === link.sourceId)?.name;
    const name = source ?? evidence(answer ? 'unknownSource' : 'sourceComing');
    if (state === 'erased') return { ...missing, text: t('evidenceErased'), detail: name };
    if (state === 'noSource') return { ...missing, text: t('sourceGone') };
    const isOne = link.responseId !== undefined;
    const quote = quotes.get(id)?.text ?? null;
    const part = isOne ? evidence('oneAnswer') : wordsOf(link);
    if (!isLinked) return { ...missing, text: t('unlinked'), detail: [name, part].join(' · ') };
    const about = targetName(link.target);
    if (isOne && quote !== null) {
      const text = evidence('quoted', { text: quote });
      return { text, detail: [name, about].join(' · '), isQuote: true, isMissing: false, canBeOffered: true };
    }
    const text = [name, part].join(' · ');
    return { text, detail: about, isQuote: false, isMissing: false, canBeOffered: true };
  };
}
