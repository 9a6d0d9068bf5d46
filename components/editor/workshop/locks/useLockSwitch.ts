'use client';

import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { useWorkshopWork } from '../useWorkshopWork';

/** How a leader locks a single lane or stage, and lets go of it again; null for everybody else. */
export function useLockSwitch(type: 'lane' | 'stage', id: string): { isLocked: boolean; set: (locked: boolean) => void } | null {
  const leads = useWorkshopAnswer((answer) => answer.isOn && answer.leads);
  const isLocked = useWorkshopAnswer(({ state: { locks } }) => (type === 'lane' ? locks.lanes : locks.stages).includes(id));
  const { act } = useWorkshopWork();
  if (!leads) return null;
  const set = (locked: boolean): void => {
    void act({ type: 'locks.set', [type === 'lane' ? 'lanes' : 'stages']: { [id]: locked } });
  };
  return { isLocked, set };
}
