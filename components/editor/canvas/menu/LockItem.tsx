'use client';

import { useTranslations } from 'use-intl';
import { ContextMenuCheckItem, ContextMenuSeparator } from '@/components/ui/ContextMenu';
import { useLockSwitch } from '../../workshop/locks/useLockSwitch';

/** For leaders of a workshop: locks a lane or a stage for everybody else. */
export function LockItem({ type, id }: { type: 'lane' | 'stage'; id: string }) {
  const t = useTranslations('workshop.locks');
  const lock = useLockSwitch(type, id);
  if (!lock) return null;
  return (
    <>
      <ContextMenuSeparator />
      <ContextMenuCheckItem checked={lock.isLocked} onCheckedChange={lock.set}>
        {t(type === 'lane' ? 'lockLane' : 'lockStage')}
      </ContextMenuCheckItem>
    </>
  );
}
