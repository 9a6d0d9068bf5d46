'use client';

import { useTranslations } from 'use-intl';
import {
  ContextMenuCheckItem,
  ContextMenuChoice,
  ContextMenuItem,
  ContextMenuSeparator,
  ContextMenuSub,
} from '@/components/ui/ContextMenu';
import { setEvidenceLevel } from '@/lib/document/operations/evidence';
import { setGate } from '@/lib/document/operations/moments';
import { evidenceLevels } from '@/lib/map/evidenceLevel';
import { gates } from '@/lib/map/moment';
import type { CommandContext } from '../../commands/command';
import { selectedCards, selectedIds } from '../../commands/targets';
import { useCanvas } from '../CanvasContext';
import { connectSteps } from '../interaction/connectSteps';
import { afterMenu } from './afterMenu';
import { ClipboardItems } from './ClipboardItems';
import { CommandItem } from './CommandItem';
import { MergeItem } from './MergeItem';
import { selectionLock } from './selectionLock';

/** The steps and cards that are selected together with a step: what is said of it is said of them all. */
function selectedWith(context: CommandContext, stepId: string): { stepIds: string[]; cardIds: string[] } {
  const stepIds = selectedIds(context, 'step');
  return stepIds.includes(stepId) ? { stepIds, cardIds: selectedCards(context) } : { stepIds: [stepId], cardIds: [] };
}

/** The menu of a step, and of its all-or-nothing sign. */
export function StepItems({ stepId }: { stepId: string }) {
  const t = useTranslations('editor.canvas.menu');
  const structure = useTranslations('structure.menu');
  const names = useTranslations('editor');
  const levels = useTranslations('canvas.evidenceLevel');
  const gateNames = useTranslations('canvas.gate');
  const canvas = useCanvas();
  const context = canvas.context();
  const { index, doc, canWrite } = context;
  const isLocked = selectionLock(context) !== null;
  const step = index.stepRecords.get(stepId);
  if (!step) return null;
  return (
    <>
      <CommandItem id="edit" />
      <CommandItem id="addStepBefore" />
      <CommandItem id="addStepAfter" />
      <CommandItem id="addTouchpoint" />
      <ContextMenuSeparator />
      <CommandItem id="splitStep" label={structure('splitStep')} />
      <MergeItem type="step" />
      <CommandItem id="splitStage" />
      <ContextMenuSeparator />
      <ContextMenuCheckItem
        checked={step.moment !== undefined}
        disabled={!canWrite || isLocked}
        onCheckedChange={() => afterMenu(canvas, () => canvas.commands.run('toggleMoment'))}
      >
        {names('commands.toggleMoment')}
      </ContextMenuCheckItem>
      {step.moment && canWrite ? (
        <ContextMenuSub label={t('gate')} disabled={isLocked}>
          <ContextMenuChoice
            label={t('gate')}
            value={step.moment.gate}
            options={gates.map((value) => ({ value, label: gateNames(value) }))}
            onChange={(gate) => setGate(doc, { stepId, gate })}
          />
        </ContextMenuSub>
      ) : null}
      {canWrite ? (
        <>
          <ContextMenuSub label={t('evidence')} disabled={isLocked}>
            <ContextMenuChoice
              label={t('evidence')}
              value={step.evidenceLevel}
              options={evidenceLevels.map((value) => ({ value, label: levels(value) }))}
              onChange={(evidenceLevel) => setEvidenceLevel(doc, { ...selectedWith(canvas.context(), stepId), evidenceLevel })}
            />
          </ContextMenuSub>
          <ContextMenuSub label={t('transitionTo')} disabled={isLocked}>
            <ContextMenuItem onSelect={() => afterMenu(canvas, () => connectSteps(canvas.context(), stepId, null))}>
              {t('leaves')}
            </ContextMenuItem>
            <ContextMenuItem onSelect={() => afterMenu(canvas, () => connectSteps(canvas.context(), stepId, stepId))}>
              {t('again')}
            </ContextMenuItem>
            <ContextMenuSeparator />
            {index.map.steps.map((other) =>
              other.id === stepId ? null : (
                <ContextMenuItem
                  key={other.id}
                  onSelect={() => afterMenu(canvas, () => connectSteps(canvas.context(), stepId, other.id))}
                >
                  {t('stepOption', {
                    number: other.number,
                    title: other.title.trim() === '' ? names('canvas.untitled') : other.title,
                  })}
                </ContextMenuItem>
              ),
            )}
          </ContextMenuSub>
          <CommandItem id="connectStep" />
        </>
      ) : null}
      <ContextMenuSeparator />
      <ClipboardItems />
      <CommandItem id="duplicate" />
      <CommandItem id="moveLeft" />
      <CommandItem id="moveRight" />
      <ContextMenuSeparator />
      <CommandItem id="deleteSelection" danger />
    </>
  );
}
