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

/** The menu of a lane's title. */
export function LaneItems({ laneId }: { laneId: string }) {
  const t = useTranslations('editor.canvas.menu');
  const commands = useTranslations('editor.commands');
  const kinds = useTranslations('canvas.laneKind');
  const { context: read } = useCanvas();
  const { index, doc, canWrite } = read();
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
          <ContextMenuSub label={t('laneKind')}>
            <ContextMenuChoice
              label={t('laneKind')}
              value={lane.kind}
              options={laneKinds.map((value) => ({ value, label: kinds(value) }))}
              onChange={(kind) => setLaneKind(doc, { id: laneId, kind })}
            />
          </ContextMenuSub>
          <ContextMenuSub label={t('laneHeight')}>
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
      <ContextMenuSeparator />
      <CommandItem id="deleteSelection" danger />
    </>
  );
}
