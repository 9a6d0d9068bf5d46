'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { useWorkshopWork } from '../useWorkshopWork';

const presets = [1, 3, 5, 10, 15];
const most = 480;

/** Starts a timer: with the minutes of the item that is on, with usual ones, or with one's own. `isOther`: in place of the one that is there. */
export function TimerStart({ isOther }: { isOther: boolean }) {
  const t = useTranslations('workshop.timer');
  const item = useWorkshopAnswer(({ state }) => state.agenda.find(({ id }) => id === state.currentItemId));
  const { act } = useWorkshopWork();
  const [own, setOwn] = useState('');
  const [isWrong, setWrong] = useState(false);
  const start = (minutes: number) => void act({ type: 'timer.start', seconds: Math.round(minutes * 60) });
  const startOwn = (event: FormEvent): void => {
    event.preventDefault();
    const minutes = Number(own.replace(',', '.'));
    const isGood = own.trim() !== '' && minutes >= 0.1 && minutes <= most;
    setWrong(!isGood);
    if (!isGood) return;
    start(minutes);
    setOwn('');
  };
  return (
    <div className="space-y-3">
      {item && !isOther ? (
        <Button variant="primary" className="w-full" onClick={() => start(item.minutes)}>
          {t('startItem', { minutes: item.minutes })}
        </Button>
      ) : null}
      <fieldset>
        <legend className="mb-1 text-ink-soft text-xs">{t(isOther ? 'startOther' : 'start')}</legend>
        <div className="grid grid-cols-5 gap-1.5">
          {presets.map((minutes) => (
            <Button
              key={minutes}
              className="px-0! tabular-nums"
              aria-label={t('preset', { minutes })}
              onClick={() => start(minutes)}
            >
              {minutes}
            </Button>
          ))}
        </div>
      </fieldset>
      <form onSubmit={startOwn} className="flex items-start gap-2" noValidate>
        <div className="min-w-0 flex-1">
          <TextField
            label={t('own')}
            labelHidden
            placeholder={t('own')}
            inputMode="decimal"
            autoComplete="off"
            value={own}
            error={isWrong ? t('ownWrong', { most }) : undefined}
            className="h-9!"
            onChange={(event) => {
              setOwn(event.target.value);
              setWrong(false);
            }}
          />
        </div>
        <Button type="submit">{t('startOwn')}</Button>
      </form>
    </div>
  );
}
