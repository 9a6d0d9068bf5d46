'use client';

import { useTranslations } from 'use-intl';
import { ContextMenuSeparator } from '@/components/ui/ContextMenu';
import { useCanvas } from '../CanvasContext';
import { AddLaneSub } from './AddLaneSub';
import { ClipboardItems } from './ClipboardItems';
import { CommandItem } from './CommandItem';
import { HiddenLanesSub } from './HiddenLanesSub';

/** The menu of a cell, and of the paper around the map. */
export function PaperItems() {
  const t = useTranslations('editor.canvas.menu');
  const { context: read } = useCanvas();
  return (
    <>
      <CommandItem id="addCard" />
      <CommandItem id="addFile" />
      <CommandItem id="addStepAfter" />
      <CommandItem id="addStageAfter" />
      {read().canWrite ? <AddLaneSub label={t('addLane')} /> : null}
      <HiddenLanesSub />
      <ContextMenuSeparator />
      <ClipboardItems />
      <CommandItem id="duplicate" />
      <CommandItem id="selectAll" />
      <ContextMenuSeparator />
      <CommandItem id="undo" />
      <CommandItem id="redo" />
      <ContextMenuSeparator />
      <CommandItem id="showWays" />
      <CommandItem id="nextMoment" />
      <CommandItem id="toggleEvidenceView" />
      <ContextMenuSeparator />
      <CommandItem id="fit" />
      <CommandItem id="zoomReset" />
    </>
  );
}
