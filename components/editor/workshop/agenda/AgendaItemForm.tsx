'use client';

import { Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { type AgendaItem, longestItem, longestNotes, longestTitle } from '@/lib/workshop/state';
import { useWorkshopWork } from '../useWorkshopWork';
import { openItem } from './openItem';
import { useCommittedText } from './useCommittedText';

/** The fields of one item. What was typed is taken over when its field is left, or with Enter. */
export function AgendaItemForm({ item, isCurrent }: { item: AgendaItem; isCurrent: boolean }) {
  const t = useTranslations('workshop.agenda');
  const { act } = useWorkshopWork();
  const toast = useToast();
  const root = useRef<HTMLDivElement>(null);
  const { id } = item;
  const toMinutes = (text: string): number => Math.round(Number(text.replace(',', '.')));
  const isMinutes = (text: string): boolean => text.trim() !== '' && toMinutes(text) >= 1 && toMinutes(text) <= longestItem;
  const title = useCommittedText(item.title, (text) => void act({ type: 'agenda.change', id, title: text }));
  const minutes = useCommittedText(
    String(item.minutes),
    (text) => void act({ type: 'agenda.change', id, minutes: toMinutes(text) }),
    isMinutes,
  );
  const notes = useCommittedText(item.notes, (text) => void act({ type: 'agenda.change', id, notes: text }));
  useEffect(() => {
    // A new one is named first.
    const field = root.current?.querySelector('input');
    if (field?.value === '') field.focus();
  }, []);
  const backToRow = (): void => root.current?.closest('li')?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  const close = (): void => {
    backToRow();
    openItem.set(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // Only these fields close, and the panel keeps the keyboard.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.nativeEvent.isComposing) {
      // The row, which then has the focus, must not be pressed by the same key.
      event.preventDefault();
      if (minutes.isGood) close();
      else minutes.field.onBlur();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that its fields have in common.
    <div ref={root} onKeyDown={onKeyDown} className="space-y-3 px-4 pt-1 pb-4">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <TextField label={t('field.title')} maxLength={longestTitle} className="h-9!" autoComplete="off" {...title.field} />
        </div>
        <div className="w-20">
          <TextField
            label={t('field.minutes')}
            inputMode="numeric"
            className="h-9!"
            autoComplete="off"
            error={minutes.isWrong ? t('field.minutesWrong', { most: longestItem }) : undefined}
            {...minutes.field}
          />
        </div>
      </div>
      <TextArea label={t('field.notes')} hint={t('field.notesHint')} maxLength={longestNotes} rows={2} {...notes.field} />
      <div className="flex justify-between gap-2">
        <Button
          variant="ghost"
          icon={<Trash2 size={16} aria-hidden="true" />}
          aria-disabled={isCurrent || undefined}
          title={isCurrent ? t('removeCurrent') : undefined}
          onClick={() => {
            if (isCurrent) {
              toast({ title: t('removeCurrent') });
              return;
            }
            root.current?.closest<HTMLElement>('[data-workshop-panel]')?.querySelector('h2')?.focus();
            void act({ type: 'agenda.remove', id });
          }}
        >
          {t('remove')}
        </Button>
        <Button onClick={close}>{t('done')}</Button>
      </div>
    </div>
  );
}
