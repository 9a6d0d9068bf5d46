'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import type { HandPair } from '@/lib/map/compare/matching/matching';
import { useEditor } from '../session/EditorContext';
import { StepPairs } from './StepPairs';
import { useHandPair } from './useHandPair';
import { useSideWords } from './useSideWords';

/** What of two states is the same where their ids do not say it, and how somebody changes that. */
export function MatchSection({ compared }: { compared: ComparedStates }) {
  const t = useTranslations('comparing.matching');
  const { compare } = useEditor();
  const { nameOf } = useSideWords();
  const matched = useStore(compare, (state) => state.matched);
  const sides = useStore(compare, (state) => state.sides);
  const { pair, part } = useHandPair(compared);
  const heading = useRef<HTMLHeadingElement>(null);
  const [told, setTold] = useState('');
  const isForeign = sides?.before.foreign || sides?.after.foreign;
  if (!isForeign || !matched || !sides) return null;
  /** The button that was pressed goes with what it did. */
  const change = (hand: HandPair, sentence: string): void => {
    heading.current?.focus();
    setTold(sentence);
    compare.getState().pair(hand);
  };
  return (
    <section className="space-y-3 border-line border-t px-4 py-3 text-sm">
      <h3 ref={heading} tabIndex={-1} className="font-semibold text-ink-soft text-xs outline-none">
        {t('title')}
      </h3>
      <p className="text-ink-soft">{matched.isSuggested ? t('suggested') : t('hint')}</p>
      <p role="status" className="sr-only">
        {told}
      </p>
      {pair ? (
        <Button size="sm" onClick={() => change(pair, t('paired'))}>
          {t('pair')}
        </Button>
      ) : null}
      {part ? (
        <Button size="sm" onClick={() => change(part, t('parted'))}>
          {t('part')}
        </Button>
      ) : null}
      {matched.isSuggested ? <StepPairs compared={compared} name={nameOf(sides.before)} /> : null}
    </section>
  );
}
