'use client';

import { useTranslations } from 'use-intl';
import { ContextMenuItem, ContextMenuSeparator, ContextMenuSub } from '@/components/ui/ContextMenu';
import { showLanes } from '../../commands/hideLane';
import { useCanvas } from '../CanvasContext';
import { afterMenu } from './afterMenu';

/** The hidden lanes, each to be shown again; nothing when there are none, or for readers. */
export function HiddenLanesSub() {
  const t = useTranslations('editor.lanes');
  const kinds = useTranslations('canvas.laneKind');
  const canvas = useCanvas();
  const { index, canWrite, locks } = canvas.context();
  const { hiddenLanes } = index.map;
  if (!canWrite || hiddenLanes.length === 0) return null;
  const isLocked = (ids: readonly string[]): boolean => locks.at(ids.map((laneId) => ({ kind: 'lane', laneId }))) !== null;
  const all = hiddenLanes.map(({ id }) => id);
  const show = (ids: readonly string[]): void => afterMenu(canvas, () => showLanes(canvas.context(), ids));
  return (
    <ContextMenuSub label={t('hidden', { count: hiddenLanes.length })}>
      {hiddenLanes.map(({ id, title, kind }) => (
        <ContextMenuItem key={id} disabled={isLocked([id])} onSelect={() => show([id])}>
          {t('showNamed', { name: title.trim() || kinds(kind) })}
        </ContextMenuItem>
      ))}
      {hiddenLanes.length > 1 ? (
        <>
          <ContextMenuSeparator />
          <ContextMenuItem disabled={isLocked(all)} onSelect={() => show(all)}>
            {t('showAll')}
          </ContextMenuItem>
        </>
      ) : null}
    </ContextMenuSub>
  );
}
