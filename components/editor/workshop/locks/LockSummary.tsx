'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useEditor } from '../../session/EditorContext';
import { participantLocks } from './participantLocks';
import { useLockNames } from './useLockNames';

/** What is locked, for those who have to heed it. */
export function LockSummary() {
  const t = useTranslations('workshop.locks');
  const format = useFormatter();
  const locks = useStore(useEditor().workshop, participantLocks);
  const { lanes, stages } = useLockNames();
  if (!locks) return <p className="text-ink-soft">{t('nothing')}</p>;
  if (locks.map) return <p className="text-pretty">{t('refused.map')}</p>;
  const list = (names: readonly string[]) => format.list([...names], { type: 'conjunction' });
  const locked = [...lanes.filter(({ id }) => locks.lanes.includes(id)), ...stages.filter(({ id }) => locks.stages.includes(id))];
  const open = lanes.filter(({ id }) => locks.onlyLanes?.includes(id));
  return (
    <>
      {locks.onlyLanes ? (
        <p className="text-pretty">
          {t('onlyOpen', { names: open.length > 0 ? list(open.map(({ name }) => name)) : t('noneOpen') })}
        </p>
      ) : null}
      {locked.length > 0 ? (
        <p className="text-pretty">{t('someLocked', { names: list(locked.map(({ name }) => name)) })}</p>
      ) : null}
    </>
  );
}
