'use client';

import { SkipBack, SkipForward } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Switch } from '@/components/ui/Switch';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { useWorkshopWork } from '../useWorkshopWork';
import { useTimerStart } from './useTimerStart';

/** Goes on to the next item, and back; with or without its timer. */
export function AgendaSteps() {
  const t = useTranslations('workshop.agenda');
  const agenda = useWorkshopAnswer(({ state }) => state.agenda);
  const from = useWorkshopAnswer(({ state }) => state.currentItemId);
  const { busyType, act } = useWorkshopWork();
  const [withTimer, setWithTimer] = useTimerStart();
  const at = agenda.findIndex(({ id }) => id === from);
  const [next, previous] = [agenda[at + 1], agenda[at - 1]];
  return (
    <>
      <div className="flex gap-2">
        {at >= 0 ? (
          <IconButton
            variant="secondary"
            label={t(previous ? 'previousItem' : 'noPrevious', { title: previous?.title || t('untitled') })}
            icon={<SkipBack size={16} />}
            aria-disabled={!previous || undefined}
            onClick={() => previous && void act({ type: 'agenda.previous', from, withTimer })}
          />
        ) : null}
        <Button
          variant="primary"
          icon={<SkipForward size={16} aria-hidden="true" />}
          className="min-w-0 flex-1 shrink!"
          busy={busyType === 'agenda.next'}
          aria-disabled={!next || undefined}
          onClick={() => next && void act({ type: 'agenda.next', from, withTimer })}
        >
          <span className="truncate">
            {next ? t(at < 0 ? 'beginWith' : 'nextItem', { title: next.title || t('untitled') }) : t('noNext')}
          </span>
        </Button>
      </div>
      <Switch label={t('withTimer')} checked={withTimer} onChange={setWithTimer} />
    </>
  );
}
