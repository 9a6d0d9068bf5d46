'use client';

import { type ReactElement, useState } from 'react';
import { ContextMenu, ContextMenuSeparator } from '@/components/ui/ContextMenu';
import type { MapReference } from '../../reference';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import { CardItems } from './CardItems';
import { CommandItem } from './CommandItem';
import { LaneItems } from './LaneItems';
import { PaperItems } from './PaperItems';
import { StepItems } from './StepItems';
import { EmotionItems, StageItems, TouchpointItems, TransitionItems } from './smallItems';

function Items({ reference }: { reference: MapReference | null }) {
  switch (reference?.type) {
    case 'card':
      return <CardItems />;
    case 'step':
    case 'moment':
      return <StepItems stepId={reference.id} />;
    case 'stage':
      return <StageItems />;
    case 'lane':
      return <LaneItems laneId={reference.id} />;
    case 'transition':
      return <TransitionItems id={reference.id} />;
    case 'touchpoint':
      return <TouchpointItems id={reference.id} />;
    case 'emotion':
      return <EmotionItems />;
    case 'meta':
      return <CommandItem id="edit" />;
    default:
      return <PaperItems />;
  }
}

/** The menu of whatever was asked for one: by right click, long press or menu key. Its trigger selects that thing first. */
export function CanvasMenu({ trigger }: { trigger: ReactElement }) {
  const { selection } = useEditor();
  const [reference, setReference] = useState<MapReference | null>(null);
  return (
    <ContextMenu
      trigger={trigger}
      onOpenChange={(open) => {
        if (open) setReference(primaryOf(selection.getState()));
      }}
    >
      <Items reference={reference} />
      <ContextMenuSeparator />
      <CommandItem id="comment" />
    </ContextMenu>
  );
}
