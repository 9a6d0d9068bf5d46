'use client';

import clsx from 'clsx';
import { Presentation } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { BarControls } from './BarControls';
import { BarTimer } from './timer/BarTimer';
import { useWorkshopAnswer } from './useWorkshopAnswer';

/** A line over the map while a workshop is on: where one is in the agenda and what is left of the timer. A press opens the panel. */
export function WorkshopBar() {
  const t = useTranslations('workshop');
  const { workshop } = useEditor();
  const answer = useWorkshopAnswer((given) => given);
  const isOpen = useStore(workshop, (state) => state.isOpen);
  if (!answer.isOn) return null;
  const { agenda, currentItemId, timer } = answer.state;
  const at = agenda.findIndex(({ id }) => id === currentItemId);
  const item = agenda[at];
  return (
    <section
      aria-label={t('bar.label')}
      data-workshop-bar
      className="flex min-h-10 shrink-0 items-stretch gap-1 border-line border-b bg-surface-sunken pr-1 text-sm pointer-coarse:min-h-11"
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => workshop.getState().setOpen(!isOpen)}
        className="flex min-w-0 flex-1 items-center gap-2 px-3 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Presentation size={16} aria-hidden="true" className="shrink-0 text-ink-soft" />
        <span className="sr-only">{t('panel.title')}: </span>
        {item ? (
          <span className="min-w-0 truncate">
            <span aria-hidden="true" className="text-ink-soft tabular-nums">
              {at + 1}/{agenda.length}
            </span>
            <span className="sr-only">{t('agenda.position', { number: at + 1, count: agenda.length })}</span>{' '}
            <span className={clsx('font-semibold', item.title === '' && 'text-ink-soft')}>
              {item.title || t('agenda.untitled')}
            </span>
          </span>
        ) : (
          <span className="min-w-0 truncate text-ink-soft">{t(agenda.length > 0 ? 'bar.notBegun' : 'bar.on')}</span>
        )}
      </button>
      {timer ? <BarTimer timer={timer} /> : null}
      {answer.leads ? <BarControls /> : null}
    </section>
  );
}
