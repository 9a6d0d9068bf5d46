'use client';

import { Plus, SkipForward } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { useTimerStart } from './agenda/useTimerStart';
import { PauseButton } from './timer/PauseButton';
import { useWorkshopAnswer } from './useWorkshopAnswer';
import { useWorkshopWork } from './useWorkshopWork';

/** What a leader needs again and again, without opening the panel. */
export function BarControls() {
  const t = useTranslations('workshop');
  const state = useWorkshopAnswer((answer) => answer.state);
  const { busyType, act } = useWorkshopWork();
  const [withTimer] = useTimerStart();
  const { timer, agenda, currentItemId } = state;
  const next = agenda[agenda.findIndex(({ id }) => id === currentItemId) + 1];
  return (
    <span className="flex shrink-0 items-center">
      {timer ? (
        <>
          <PauseButton timer={timer} />
          <IconButton
            label={t('timer.add')}
            icon={
              <span className="flex items-center font-semibold text-xs">
                <Plus size={12} />1
              </span>
            }
            className="max-sm:hidden"
            onClick={() => void act({ type: 'timer.add', id: timer.id, seconds: 60 })}
          />
        </>
      ) : null}
      {next ? (
        <IconButton
          label={t('agenda.nextItem', { title: next.title || t('agenda.untitled') })}
          icon={<SkipForward size={16} />}
          busy={busyType === 'agenda.next'}
          onClick={() => void act({ type: 'agenda.next', from: currentItemId, withTimer })}
        />
      ) : null}
    </span>
  );
}
