'use client';

import { useTranslations } from 'use-intl';
import { ContextMenuChoice, ContextMenuSeparator, ContextMenuSub } from '@/components/ui/ContextMenu';
import { setLaneKind } from '@/lib/document/operations/lanes';
import { laneKinds } from '@/lib/map/lane';
import { useCanvas } from '../CanvasContext';
import { AddLaneSub } from './AddLaneSub';
import { ClipboardItems } from './ClipboardItems';
import { CommandItem } from './CommandItem';
import { HiddenLanesSub } from './HiddenLanesSub';
import { LockItem } from './LockItem';
import { selectionLock } from './selectionLock';

/** The menu of a lane's title. */
export function LaneItems({ laneId }: { laneId: string }) {
  const t = useTranslations('editor.canvas.menu');
  const commands = useTranslations('editor.commands');
  const kinds = useTranslations('canvas.laneKind');
  const { context: read } = useCanvas();
  const context = read();
  const { index, doc, canWrite } = context;
  const isLocked = selectionLock(context) !== null;
  const lane = index.laneById.get(laneId);
  if (!lane) return null;
  return (
    <>
      <CommandItem id="edit" />
      <CommandItem id="foldLane" />
      <CommandItem id="hideLane" />
      <HiddenLanesSub />
      {canWrite ? (
        <>
          <ContextMenuSub label={t('laneKind')} disabled={isLocked}>
            <ContextMenuChoice
              label={t('laneKind')}
              value={lane.kind}
              options={laneKinds.map((value) => ({ value, label: kinds(value) }))}
              onChange={(kind) => setLaneKind(doc, { id: laneId, kind })}
            />
          </ContextMenuSub>
          <ContextMenuSub label={t('laneHeight')} disabled={isLocked}>
            <CommandItem id="laneTaller" />
            <CommandItem id="laneLower" />
            <CommandItem id="laneFits" />
          </ContextMenuSub>
          <ContextMenuSeparator />
          <AddLaneSub label={commands('addLaneAbove')} place={{ before: laneId }} />
          <AddLaneSub label={commands('addLaneBelow')} place={{ after: laneId }} />
        </>
      ) : null}
      <ContextMenuSeparator />
      <ClipboardItems />
      <CommandItem id="duplicate" />
      <CommandItem id="moveUp" />
      <CommandItem id="moveDown" />
      <LockItem type="lane" id={laneId} />
      <ContextMenuSeparator />
      <CommandItem id="deleteSelection" danger />
    </>
  );
}
