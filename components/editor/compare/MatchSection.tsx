'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { arrange } from '@/lib/map/arrange';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import type { HandPair, Matchable } from '@/lib/map/compare/matching/matching';
import { useEditor } from '../session/EditorContext';
import { useHandPair } from './useHandPair';
import { useSideWords } from './useSideWords';

/** What of two states is the same where their ids do not say it, and how somebody changes that. */
export function MatchSection({ compared }: { compared: ComparedStates }) {
  const t = useTranslations('comparing.matching');
  const { compare } = useEditor();
  const nameOf = useSideWords();
  const matched = useStore(compare, (state) => state.matched);
  const sides = useStore(compare, (state) => state.sides);
  const { pair, part } = useHandPair(compared);
  const isForeign = sides?.before.foreign || sides?.after.foreign;
  if (!isForeign || !matched || !sides) return null;
  return (
    <section className="space-y-3 border-line border-t px-4 py-3 text-sm">
      <h3 className="font-semibold text-ink-soft text-xs">{t('title')}</h3>
      <p className="text-ink-soft">{matched.isSuggested ? t('suggested') : t('hint')}</p>
      {pair ? (
        <Button size="sm" onClick={() => compare.getState().pair(pair)}>
          {t('pair')}
        </Button>
      ) : null}
      {part ? (
        <Button size="sm" onClick={() => compare.getState().pair(part)}>
          {t('part')}
        </Button>
      ) : null}
      {matched.isSuggested ? <StepPairs compared={compared} name={nameOf(sides.before)} /> : null}
    </section>
  );
}

/** The steps of the earlier map, each with the one that it is matched with. */
function StepPairs({ compared, name }: { compared: ComparedStates; name: string }) {
  const t = useTranslations('comparing');
  const { compare } = useEditor();
  const original = useStore(compare, (state) => state.matched?.original);
  const before = useMemo(() => arrange(compared.before).steps, [compared]);
  const after = useMemo(() => arrange(compared.after).steps, [compared]);
  const known = new Set(after.map(({ id }) => id));
  const titleOf = ({ number, title }: { number: number; title: string }): string =>
    t('step', { number, title: title.trim() || t('untitledStep') });
  const options = [{ value: '', label: t('matching.none') }, ...after.map((step) => ({ value: step.id, label: titleOf(step) }))];
  const choose = (id: string, chosen: string): void => {
    const own: Pick<HandPair, 'collection' | 'before'> = {
      collection: 'steps' satisfies Matchable,
      before: original?.get(`steps ${id}`) ?? id,
    };
    compare.getState().pair({ ...own, after: chosen === '' ? null : chosen });
  };
  return (
    <details>
      <summary className="cursor-pointer py-1 font-semibold">{t('matching.steps', { name })}</summary>
      <ul className="mt-2 space-y-3">
        {before.map((step) => (
          <li key={step.id}>
            <Select
              size="sm"
              label={titleOf(step)}
              value={known.has(step.id) ? step.id : ''}
              options={options}
              onChange={(chosen) => choose(step.id, chosen)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
