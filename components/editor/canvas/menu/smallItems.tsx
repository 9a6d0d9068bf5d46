'use client';

import { useTranslations } from 'use-intl';
import { ContextMenuChoice, ContextMenuSeparator, ContextMenuSub } from '@/components/ui/ContextMenu';
import { updateTouchpoint } from '@/lib/document/operations/touchpoints';
import { updateTransition } from '@/lib/document/operations/transitions';
import { knownChannels } from '@/lib/map/touchpoint';
import { transitionKinds } from '@/lib/map/transition';
import { useCanvas } from '../CanvasContext';
import { ClipboardItems } from './ClipboardItems';
import { CommandItem } from './CommandItem';
import { LockItem } from './LockItem';
import { MergeItem } from './MergeItem';
import { selectionLock } from './selectionLock';

/** The menu of a stage. */
export function StageItems({ id }: { id: string }) {
  return (
    <>
      <CommandItem id="edit" />
      <CommandItem id="addStageBefore" />
      <CommandItem id="addStageAfter" />
      <CommandItem id="addStepAfter" />
      <ContextMenuSeparator />
      <MergeItem type="stage" />
      <ContextMenuSeparator />
      <ClipboardItems />
      <CommandItem id="duplicate" />
      <CommandItem id="moveLeft" />
      <CommandItem id="moveRight" />
      <LockItem type="stage" id={id} />
      <ContextMenuSeparator />
      <CommandItem id="deleteSelection" danger />
    </>
  );
}

/** The menu of a transition. An exit stays one: another kind would need a step to lead to. */
export function TransitionItems({ id }: { id: string }) {
  const t = useTranslations('editor.canvas.menu');
  const kinds = useTranslations('canvas.transition');
  const { context: read } = useCanvas();
  const context = read();
  const { index, doc, canWrite } = context;
  const transition = index.map.transitions.find((candidate) => candidate.id === id);
  return (
    <>
      <CommandItem id="edit" />
      {transition && transition.to !== null && canWrite ? (
        <ContextMenuSub label={t('transitionKind')} disabled={selectionLock(context) !== null}>
          <ContextMenuChoice
            label={t('transitionKind')}
            value={transition.kind}
            options={transitionKinds.filter((kind) => kind !== 'exit').map((value) => ({ value, label: kinds(value) }))}
            onChange={(kind) => updateTransition(doc, { id, kind })}
          />
        </ContextMenuSub>
      ) : null}
      <ContextMenuSeparator />
      <CommandItem id="deleteSelection" danger />
    </>
  );
}

/** The menu of a touchpoint. */
export function TouchpointItems({ id }: { id: string }) {
  const t = useTranslations('editor.canvas.menu');
  const channels = useTranslations('canvas.channel');
  const { context: read } = useCanvas();
  const context = read();
  const { index, doc, canWrite } = context;
  const channel = index.touchpoints.get(id)?.channel ?? '';
  return (
    <>
      <CommandItem id="edit" />
      {canWrite ? (
        <ContextMenuSub label={t('channel')} disabled={selectionLock(context) !== null}>
          <ContextMenuChoice
            label={t('channel')}
            value={channel}
            options={knownChannels.map((value) => ({ value: value as string, label: channels(value) }))}
            onChange={(next) => updateTouchpoint(doc, { id, channel: next })}
          />
        </ContextMenuSub>
      ) : null}
      <ContextMenuSeparator />
      <CommandItem id="deleteSelection" danger />
    </>
  );
}

/** The menu of a point of the emotion curve. */
export function EmotionItems() {
  return (
    <>
      <CommandItem id="raiseEmotion" />
      <CommandItem id="lowerEmotion" />
      <ContextMenuSeparator />
      <CommandItem id="deleteSelection" danger />
    </>
  );
}
