import { deleteCards } from '@/lib/document/operations/cards';
import { deleteLane } from '@/lib/document/operations/lanes';
import { deleteStage } from '@/lib/document/operations/stages';
import { deleteStep } from '@/lib/document/operations/steps';
import { localOrigin } from '@/lib/document/schema';
import { type MapReference, referenceKey } from '../reference';
import { blockType, type CutIds, copyBlock, parseBlockClipboard } from './blockClipboard';
import { clipboardType, copyCards, parseClipboard, pasteCopiedCards } from './clipboard';
import type { CommandContext } from './command';
import { afterwards, deleteSelected, tellDeleted } from './deleteSelection';
import { selectedWholes } from './duplicate';
import { pasteBlock } from './pasteBlock';
import { primary, selectedCards } from './targets';

/** Types of our own in the clipboard, the larger things first. */
export const ownTypes = [blockType, clipboardType] as const;

/** What is selected, for the clipboard. `finish` says that it was copied, or takes it away and says that it was cut. */
export type Copied = { type: string; json: string; text: string; finish: () => void };

/** Whether there is something to copy. */
export function canCopy(context: CommandContext): boolean {
  return selectedWholes(context) !== null || selectedCards(context).length > 0;
}

/** What is selected, for the clipboard: whole steps, stages or lanes, else cards; null for anything else. */
export function copySelection(context: CommandContext, wantsCut: boolean): Copied | null {
  const cut = wantsCut && context.canWrite;
  const block = copyBlock(context);
  if (block) {
    const { kind, count, text } = block;
    const finish = (): void => {
      if (cut) cutBlock(context, block.cut);
      context.announce(cut ? 'cutThings' : 'copiedThings', { kind, count });
    };
    return { type: blockType, json: block.json(cut), text, finish };
  }
  const cards = selectedWholes(context) ? null : copyCards(context);
  if (!cards) return null;
  const finish = (): void => {
    if (cut) {
      const things = deleteSelected(context);
      // Cards alone are in the clipboard: nobody misses those.
      if (things.items.some(({ type }) => type !== 'card')) tellDeleted(context, things);
    }
    context.announce(cut ? 'cut' : 'copied', { count: cards.count });
  };
  return { type: clipboardType, json: cards.json, text: cards.text, finish };
}

/** Takes steps, stages or lanes away with everything on them: it is in the clipboard, not in the tray. */
function cutBlock(context: CommandContext, { stages, steps, lanes, cards }: CutIds): void {
  const { doc, index } = context;
  const references = [
    ...stages.map((id): MapReference => ({ type: 'stage', id })),
    ...steps.map((id): MapReference => ({ type: 'step', id })),
    ...lanes.map((id): MapReference => ({ type: 'lane', id })),
  ];
  const from = primary(context);
  const next = from && afterwards(index, from, new Set(references.map(referenceKey)));
  doc.transact(() => {
    if (cards.length > 0) deleteCards(doc, { ids: cards });
    for (const id of steps) deleteStep(doc, { id });
    for (const id of stages) deleteStage(doc, { id });
    for (const id of lanes) deleteLane(doc, { id });
  }, localOrigin);
  context.undo.stopCapturing();
  if (next) context.selection.getState().select(next);
  else context.selection.getState().clear();
}

/** Pastes what lies in the clipboard in a form of our own; null when it is none. */
export function pasteOwn(context: CommandContext, json: string): boolean | null {
  const block = parseBlockClipboard(json);
  if (block) return pasteBlock(context, block);
  const cards = parseClipboard(json);
  return cards && pasteCopiedCards(context, cards);
}
