'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Switch } from '@/components/ui/Switch';
import type { LocksChange } from '@/lib/workshop/state';
import { useEditor } from '../../session/EditorContext';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { useWorkshopWork } from '../useWorkshopWork';
import { LockChoices } from './LockChoices';
import { useLockNames } from './useLockNames';

/** How a leader locks the map, lanes and stages, or opens some lanes only. */
export function LockControls() {
  const t = useTranslations('workshop.locks');
  const locks = useWorkshopAnswer((answer) => answer.state.locks);
  const { workshop } = useEditor();
  const { act } = useWorkshopWork();
  const { lanes, stages } = useLockNames();
  const set = (change: LocksChange): void => void act({ type: 'locks.set', ...change });
  const open = locks.onlyLanes;
  const last = useRef<Promise<unknown>>(Promise.resolve());
  /** The open lanes are told as a whole: each change goes out with what the one before has brought. */
  const setOpen = (id: string, isOpen: boolean): void => {
    last.current = last.current.then(() => {
      const others = workshop.getState().workshop.state.locks.onlyLanes?.filter((one) => one !== id);
      // Meanwhile the rule was dropped.
      if (!others) return;
      return act({ type: 'locks.set', onlyLanes: isOpen ? [...others, id] : others });
    });
  };
  return (
    <>
      <p className="text-pretty text-ink-soft">{t('hint')}</p>
      <Switch label={t('map')} hint={t('mapHint')} checked={locks.map} onChange={(map) => set({ map })} />
      <Switch
        label={t('only')}
        hint={t('onlyHint')}
        checked={open !== null}
        onChange={(only) =>
          set({ onlyLanes: only ? lanes.filter(({ id }) => !locks.lanes.includes(id)).map(({ id }) => id) : null })
        }
      />
      {open ? (
        <LockChoices title={t('onlyLanes')} choices={lanes} chosen={open} onChange={setOpen} />
      ) : (
        <>
          <LockChoices
            title={t('lanes')}
            choices={lanes}
            chosen={locks.lanes}
            onChange={(id, locked) => set({ lanes: { [id]: locked } })}
          />
          <LockChoices
            title={t('stages')}
            choices={stages}
            chosen={locks.stages}
            onChange={(id, locked) => set({ stages: { [id]: locked } })}
          />
        </>
      )}
    </>
  );
}
