'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Combobox } from '@/components/ui/Combobox';
import { arrange } from '@/lib/map/arrange';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import type { HandPair, Matchable } from '@/lib/map/compare/matching/matching';
import { useEditor } from '../session/EditorContext';

/** The steps of the earlier map, each with the one that it is matched with. `name`: what that map is called. */
export function StepPairs({ compared, name }: { compared: ComparedStates; name: string }) {
  const t = useTranslations('comparing');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-1 font-semibold">{t('matching.steps', { name })}</summary>
      {isOpen ? <Pairs compared={compared} /> : null}
    </details>
  );
}

function Pairs({ compared }: { compared: ComparedStates }) {
  const t = useTranslations('comparing');
  const { compare } = useEditor();
  const original = useStore(compare, (state) => state.matched?.original);
  const before = useMemo(() => arrange(compared.before).steps, [compared]);
  const after = useMemo(() => arrange(compared.after).steps, [compared]);
  const known = new Set(after.map(({ id }) => id));
  const titleOf = ({ number, title }: { number: number; title: string }): string =>
    t('step', { number, title: title.trim() || t('untitledStep') });
  // One list for all of them, of which each makes options only while it is open.
  const options = [{ value: '', label: t('matching.none') }, ...after.map((step) => ({ value: step.id, label: titleOf(step) }))];
  const ownIdOf = (id: string): string => original?.get(`steps ${id}`) ?? id;
  const choose = (id: string, chosen: string): void => {
    const own: Pick<HandPair, 'collection' | 'before'> = { collection: 'steps' satisfies Matchable, before: ownIdOf(id) };
    compare.getState().pair({ ...own, after: chosen === '' ? null : chosen });
  };
  return (
    <ul className="mt-2 space-y-3">
      {before.map((step) => (
        // By its id on its own map: what it is matched with gives it another one, and the field that was used would be gone.
        <li key={ownIdOf(step.id)}>
          <Combobox
            size="sm"
            label={titleOf(step)}
            value={known.has(step.id) ? step.id : ''}
            options={options}
            none={t('matching.notFound')}
            onChange={(chosen) => choose(step.id, chosen)}
          />
        </li>
      ))}
    </ul>
  );
}
