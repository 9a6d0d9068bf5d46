'use client';

import clsx from 'clsx';
import { useFormatter, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { differenceKinds } from './compareStore';
import { DifferenceSign } from './DifferenceSign';

/** How many there are of each kind; a press shows them or leaves them out. */
export function DifferenceFilter() {
  const t = useTranslations('comparing');
  const format = useFormatter();
  const { compare } = useEditor();
  const compared = useStore(compare, (state) => state.compared);
  const kinds = useStore(compare, (state) => state.kinds);
  return (
    <fieldset className="grid grid-cols-2 gap-1.5">
      <legend className="sr-only">{t('filter')}</legend>
      {differenceKinds.map((kind) => {
        const count = compared?.counts[kind] ?? 0;
        const isOn = kinds.has(kind);
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={isOn}
            aria-label={t('count', { kind: t(`kinds.${kind}`), count: format.number(count) })}
            onClick={() => compare.getState().toggleKind(kind)}
            className={clsx(
              'flex min-h-9 items-center gap-2 rounded-md border px-2 text-sm hover:bg-hover pointer-coarse:min-h-11',
              isOn ? 'border-line-strong' : 'border-line border-dashed text-ink-soft',
            )}
          >
            <DifferenceSign kind={kind} className={isOn ? undefined : 'opacity-40'} />
            <span className="min-w-0 flex-1 truncate text-left">{t(`kinds.${kind}`)}</span>
            <span className="font-semibold tabular-nums">{format.number(count)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
