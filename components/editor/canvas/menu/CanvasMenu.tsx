'use client';

import { type ReactElement, useState } from 'react';
import { ContextMenu, ContextMenuLabel, ContextMenuSeparator } from '@/components/ui/ContextMenu';
import type { LockReason } from '@/lib/workshop/lockAt';
import type { MapReference } from '../../reference';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import { BringBackItems } from '../../versions/parts/BringBackItems';
import { useLockWords } from '../../workshop/locks/useLockWords';
import { useCanvas } from '../CanvasContext';
import { afterMenu } from './afterMenu';
import { CardItems } from './CardItems';
import { CommandItem } from './CommandItem';
import { LaneItems } from './LaneItems';
import { PaperItems } from './PaperItems';
import { StepItems } from './StepItems';
import { selectionLock } from './selectionLock';
import { EmotionItems, StageItems, TouchpointItems, TransitionItems } from './smallItems';

function Items({ reference }: { reference: MapReference | null }) {
  switch (reference?.type) {
    case 'card':
      return <CardItems />;
    case 'step':
    case 'moment':
      return <StepItems stepId={reference.id} />;
    case 'stage':
      return <StageItems id={reference.id} />;
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
  const { selection, session } = useEditor();
  const canvas = useCanvas();
  const { context } = canvas;
  const [reference, setReference] = useState<MapReference | null>(null);
  const [lock, setLock] = useState<LockReason | null>(null);
  const wordsOf = useLockWords();
  const reason = lock ? wordsOf(lock, session.map.getSnapshot().map) : undefined;
  return (
    <ContextMenu
      trigger={trigger}
      description={reason}
      onOpenChange={(open) => {
        if (!open) return;
        setReference(primaryOf(selection.getState()));
        setLock(selectionLock(context()));
      }}
    >
      {reason ? <ContextMenuLabel>{reason}</ContextMenuLabel> : null}
      <BringBackItems after={(act) => afterMenu(canvas, act)} />
      <Items reference={reference} />
      <ContextMenuSeparator />
      <CommandItem id="comment" />
      <CommandItem id="lookHere" />
    </ContextMenu>
  );
}
