'use client';

import { useTranslations } from 'use-intl';
import { ContextMenuItem, ContextMenuSub } from '@/components/ui/ContextMenu';
import type { Place } from '@/lib/document/operations/places';
import { laneKinds } from '@/lib/map/lane';
import { addLaneTo } from '../../commands/addLane';
import { useCanvas } from '../CanvasContext';
import { afterMenu } from './afterMenu';
import { isMapLocked } from './selectionLock';

/** A menu of the kinds of lanes that can be added at a place; at the end without one. */
export function AddLaneSub({ label, place }: { label: string; place?: Place }) {
  const kinds = useTranslations('canvas.laneKind');
  const canvas = useCanvas();
  return (
    <ContextMenuSub label={label} disabled={isMapLocked(canvas.context())}>
      {laneKinds.map((kind) => (
        <ContextMenuItem key={kind} onSelect={() => afterMenu(canvas, () => addLaneTo(canvas.context(), kind, place))}>
          {kinds(kind)}
        </ContextMenuItem>
      ))}
    </ContextMenuSub>
  );
}
