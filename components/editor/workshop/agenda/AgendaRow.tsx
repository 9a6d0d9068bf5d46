'use client';

import clsx from 'clsx';
import { Check, GripVertical, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import type { ItemTimes } from '@/lib/workshop/agendaTimes';
import type { AgendaItem } from '@/lib/workshop/state';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { useWorkshopWork } from '../useWorkshopWork';
import { openItem } from './openItem';
import type { Reorder } from './useReorder';
import { useTimerStart } from './useTimerStart';
import { useTimeWords } from './useTimeWords';

type Props = {
  item: AgendaItem;
  times: ItemTimes;
  isClock: boolean;
  number: number;
  isOpen: boolean;
  /** Null for whoever may not arrange the agenda. */
  reorder: Reorder | null;
  children: ReactNode;
};

/** One item of the agenda. For leaders it opens, can be moved by its handle, and begun. */
export function AgendaRow({ item, times, isClock, number, isOpen, reorder, children }: Props) {
  const t = useTranslations('workshop.agenda');
  const words = useTimeWords();
  const { act } = useWorkshopWork();
  const leads = useWorkshopAnswer((answer) => answer.leads);
  const [withTimer] = useTimerStart();
  const isCurrent = times.standing === 'current';
  const title = item.title || t('untitled');
  const line = (
    <>
      <span className="flex w-full items-baseline gap-2">
        <span aria-hidden="true" className="w-5 shrink-0 text-right text-ink-faint text-xs tabular-nums">
          {times.standing === 'past' ? <Check size={14} className="ml-auto translate-y-0.5" /> : number}
        </span>
        <span className={clsx('min-w-0 flex-1 text-sm', isCurrent && 'font-bold', item.title === '' && 'text-ink-soft italic')}>
          {title}
          {times.standing === 'past' ? <span className="sr-only">, {t('isPast')}</span> : null}
        </span>
      </span>
      <span className="block pl-7 text-ink-soft text-xs tabular-nums">
        {words.range(times.from, times.to, isClock)} · {t('minutesShort', { minutes: item.minutes })}
      </span>
    </>
  );
  return (
    <li
      aria-current={isCurrent ? 'step' : undefined}
      data-agenda-item={item.id}
      className={clsx(
        'relative',
        isCurrent && 'bg-accent-soft shadow-[inset_3px_0_0_var(--accent)]',
        reorder?.draggedId === item.id && 'z-10 bg-surface-raised shadow-float',
      )}
      style={reorder?.draggedId === item.id ? { transform: `translateY(${reorder.offset}px)` } : undefined}
    >
      {reorder && reorder.dropIndex === number - 1 && reorder.draggedId !== item.id ? (
        <span
          aria-hidden="true"
          className={clsx('absolute inset-x-3 h-0.5 rounded-full bg-accent', reorder.isDown ? 'bottom-0' : 'top-0')}
        />
      ) : null}
      <div className="flex items-center pr-2">
        {reorder ? (
          <button type="button" {...reorder.handle(item.id)} aria-label={t('move', { title })}>
            <GripVertical size={16} aria-hidden="true" />
          </button>
        ) : null}
        {reorder ? (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => openItem.set(isOpen ? null : item.id)}
            className="min-w-0 flex-1 rounded-md py-1.5 pr-2 text-left hover:bg-hover pointer-coarse:min-h-11"
          >
            {line}
          </button>
        ) : (
          <div className="min-w-0 flex-1 py-1.5 pr-2 pl-3">{line}</div>
        )}
        {leads && !isCurrent ? (
          <IconButton
            label={t('begin', { title })}
            icon={<Play size={15} />}
            onClick={() => void act({ type: 'agenda.goTo', id: item.id, withTimer })}
          />
        ) : null}
      </div>
      {isCurrent && leads && item.notes !== '' && !isOpen ? (
        <p className="whitespace-pre-wrap text-pretty pr-4 pb-2 pl-15 pointer-coarse:pl-18 text-ink-soft text-sm">{item.notes}</p>
      ) : null}
      {children}
    </li>
  );
}
