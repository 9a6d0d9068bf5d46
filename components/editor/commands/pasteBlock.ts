import { insertLanes, insertStages, insertSteps } from '@/lib/document/operations/insertBlock';
import { moveLane } from '@/lib/document/operations/lanes';
import type { Matching } from '@/lib/document/operations/matchBlock';
import type { Place } from '@/lib/document/operations/places';
import { addStage, moveStage } from '@/lib/document/operations/stages';
import { moveSteps, type StepPlace } from '@/lib/document/operations/steps';
import { localOrigin } from '@/lib/document/schema';
import { type BlockClipboard, bringBack } from './blockClipboard';
import type { CommandContext } from './command';
import { currentLane, currentStage, currentStep, primary } from './targets';

type Elsewhere = NonNullable<Matching['elsewhere']>;

/** Behind the step at hand; at the end of the stage at hand, else of the last one. Null on a map without stages. */
function stepPlace(context: CommandContext): StepPlace | null {
  const stageId = currentStage(context);
  const stepId = primary(context)?.type === 'stage' ? null : currentStep(context);
  if (stageId) return stepId ? { after: stepId } : { stageId };
  const last = context.index.map.stages.findLast(({ unplaced }) => !unplaced);
  return last ? { stageId: last.id } : null;
}

const behind = (id: string | null): Place | undefined => (id ? { after: id } : undefined);

/** Moves records one behind the other, the first to a place or to the end. */
function moveRow(ids: readonly string[], place: Place | undefined, move: (id: string, place: Place) => unknown): void {
  let next = place ?? { index: Number.MAX_SAFE_INTEGER };
  for (const id of ids) {
    move(id, next);
    next = { after: id };
  }
}

/** What of the map that a block comes from is here, too. */
function sameness({ mapId, workspaceId }: CommandContext, from: BlockClipboard): Pick<Matching, 'sameMap' | 'sameSources'> {
  const sameMap = from.mapId === mapId;
  return { sameMap, sameSources: sameMap || (workspaceId !== null && from.workspaceId === workspaceId) };
}

function pasteSteps(context: CommandContext, clipboard: BlockClipboard, elsewhere: Elsewhere): string[] {
  const { block, cut } = clipboard;
  const { doc } = context;
  if (block.kind !== 'steps') return [];
  const found = stepPlace(context);
  const made = found ? null : addStage(doc);
  const at = found ?? { stageId: made ?? '' };
  if (bringBack(context, clipboard) && cut) {
    moveSteps(doc, { ids: cut.steps, to: at });
    return cut.steps;
  }
  return insertSteps(doc, { block, at, ...sameness(context, clipboard), elsewhere }) ?? [];
}

function pasteStages(context: CommandContext, clipboard: BlockClipboard, elsewhere: Elsewhere): string[] {
  const { block, cut } = clipboard;
  const { doc } = context;
  if (block.kind !== 'stages') return [];
  const place = behind(currentStage(context));
  if (bringBack(context, clipboard) && cut) {
    moveRow(cut.stages, place, (id, to) => moveStage(doc, { id, place: to }));
    return cut.stages;
  }
  return insertStages(doc, { block, place, ...sameness(context, clipboard), elsewhere }) ?? [];
}

function pasteLanes(context: CommandContext, clipboard: BlockClipboard, elsewhere: Elsewhere): string[] {
  const { block, cut } = clipboard;
  const { doc } = context;
  if (block.kind !== 'lanes') return [];
  const place = behind(currentLane(context));
  if (bringBack(context, clipboard) && cut) {
    moveRow(cut.lanes, place, (id, to) => moveLane(doc, { id, place: to }));
    return cut.lanes;
  }
  return insertLanes(doc, { block, place, ...sameness(context, clipboard), elsewhere }) ?? [];
}

/**
 * Puts whole steps, stages or lanes behind the one at hand, in one step of undo. On another map their lanes, personas and departments are found by
 * name, and made where they are missing. False when there is no place for them.
 */
export function pasteBlock(context: CommandContext, clipboard: BlockClipboard): boolean {
  if (!context.canWrite) return false;
  const paste = { steps: pasteSteps, stages: pasteStages, lanes: pasteLanes }[clipboard.block.kind];
  const type = ({ steps: 'step', stages: 'stage', lanes: 'lane' } as const)[clipboard.block.kind];
  const elsewhere: Elsewhere = [];
  const ids = context.doc.transact(() => paste(context, clipboard, elsewhere), localOrigin);
  if (ids.length === 0) return false;
  if (elsewhere.length > 0) void context.files.bring(clipboard.mapId, elsewhere);
  context.selection.getState().select(...ids.map((id) => ({ type, id })));
  context.announce('pastedThings', { kind: type, count: ids.length });
  return true;
}
