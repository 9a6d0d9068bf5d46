'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useWorkshopWork } from '../useWorkshopWork';
import { useAddItem } from './useAddItem';
import { useTemplates } from './useTemplates';
import { useTimeWords } from './useTimeWords';

/** What stands where no agenda is yet: templates, and a first item of one's own. */
export function AgendaBegin() {
  const t = useTranslations('workshop.agenda');
  const words = useTimeWords();
  const { busyType, act } = useWorkshopWork();
  const add = useAddItem();
  return (
    <>
      <p className="text-pretty text-ink-soft text-sm">{t('empty')}</p>
      <ul className="space-y-2">
        {useTemplates().map(({ id, items }) => (
          <li key={id}>
            <button
              type="button"
              aria-disabled={busyType !== null || undefined}
              onClick={() => busyType === null && void act({ type: 'agenda.set', items: [...items] })}
              className="block w-full rounded-lg border border-line-strong bg-surface px-3 py-2 text-left hover:bg-hover active:bg-pressed"
            >
              <span className="flex items-baseline justify-between gap-2">
                <span className="font-semibold text-sm">{t(`template.${id}`)}</span>
                <span className="text-ink-soft text-xs tabular-nums">
                  {words.length(items.reduce((sum, { minutes }) => sum + minutes * 60_000, 0))}
                </span>
              </span>
              <span className="mt-0.5 block text-pretty text-ink-soft text-sm">{t(`templateText.${id}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="ghost" icon={<Plus size={16} aria-hidden="true" />} onClick={() => void add(null)}>
        {t('addFirst')}
      </Button>
    </>
  );
}
