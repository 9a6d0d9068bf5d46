'use client';

import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { timeAgenda } from '@/lib/workshop/agendaTimes';
import { useReadable } from '../../session/useReadable';
import { useMinuteNow } from '../useMinuteNow';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { AgendaItemForm } from './AgendaItemForm';
import { AgendaRow } from './AgendaRow';
import { openItem } from './openItem';
import { useAddItem } from './useAddItem';
import { useMayArrange } from './useMayArrange';
import { useReorder } from './useReorder';

/** The items of the agenda with their times. */
export function AgendaList() {
  const t = useTranslations('workshop.agenda');
  const state = useWorkshopAnswer((answer) => answer.state);
  const now = useMinuteNow();
  const mayArrange = useMayArrange();
  const open = useReadable(openItem);
  const add = useAddItem();
  const list = useRef<HTMLOListElement>(null);
  const reorder = useReorder(list, state.agenda);
  const { items, isClock } = timeAgenda(state, now);
  const last = state.agenda.at(-1);
  return (
    <>
      <ol ref={list} className="-mx-4">
        {state.agenda.map((item, index) => {
          const times = items[index];
          if (!times) return null;
          const isOpen = mayArrange && open === item.id;
          return (
            <AgendaRow
              key={item.id}
              item={item}
              times={times}
              isClock={isClock}
              number={index + 1}
              isOpen={isOpen}
              reorder={mayArrange ? reorder : null}
            >
              {isOpen ? <AgendaItemForm item={item} isCurrent={times.standing === 'current'} /> : null}
            </AgendaRow>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {reorder.told}
      </p>
      {mayArrange ? (
        <Button variant="ghost" icon={<Plus size={16} aria-hidden="true" />} onClick={() => void add(last?.id ?? null)}>
          {t('add')}
        </Button>
      ) : null}
    </>
  );
}
