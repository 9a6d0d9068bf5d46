import { z } from 'zod';
import { restoreRecord } from '@/lib/document/operations/records';
import { findAlive, findRecord, localOrigin } from '@/lib/document/schema';
import { readShown } from '@/lib/document/silentRound';
import { type Block, blockSchema, countRecords, maxBlockRecords } from '@/lib/map/block';
import { idSchema } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { takeLanes, takeStages, takeSteps } from '@/lib/map/takeBlock';
import { blockText } from './blockText';
import type { CommandContext } from './command';
import { selectedWholes } from './duplicate';

/** The type under which whole steps, stages and lanes lie in the clipboard, beside a table for other programs. */
export const blockType = 'application/x-wegmarke-block+json';

/** Longest text that is looked at: a clipboard can be anything at all. */
const longestJson = 50_000_000;

const idsSchema = z.array(idSchema).max(maxBlockRecords);

const clipboardSchema = z.object({
  version: z.literal(1),
  /** Where it comes from: on the same map, things are found by their ids. */
  mapId: z.string().max(64),
  /** Whose sources its links to evidence refer to: on maps of other workspaces they lead nowhere, and stay behind. */
  workspaceId: idSchema.optional(),
  block: blockSchema,
  /** After cutting, what went: put back on the same map, it is the same again, with its evidence. */
  cut: z.object({ stages: idsSchema, steps: idsSchema, lanes: idsSchema, cards: idsSchema }).optional(),
});
export type BlockClipboard = z.infer<typeof clipboardSchema>;

/** What a cut takes: ids by collection. */
export type CutIds = NonNullable<BlockClipboard['cut']>;

const take = { step: takeSteps, stage: takeStages, lane: takeLanes } as const;

/**
 * The selected steps, stages or lanes for the clipboard; null when none is selected. Says so, and gives null, when they are more than one paste
 * takes. `cut`: what cutting them is to delete.
 */
export function copyBlock(
  context: CommandContext,
): { json: (cut: boolean) => string; text: string; kind: 'step' | 'stage' | 'lane'; count: number; cut: CutIds } | null {
  const wholes = selectedWholes(context);
  if (!wholes) return null;
  const map = readShown(context.doc);
  const block = take[wholes.type](map, wholes.ids);
  if (!block) return null;
  if (countRecords(block) > maxBlockRecords) {
    context.notify({ type: 'refused', reason: 'tooMuch' });
    return null;
  }
  const cut = cutIds(map, wholes);
  const json = (isCut: boolean): string =>
    JSON.stringify({
      ...{ version: 1, mapId: context.mapId, block },
      ...(context.workspaceId !== null && { workspaceId: context.workspaceId }),
      ...(isCut && { cut }),
    } satisfies BlockClipboard);
  return { json, text: blockText(context, block), kind: wholes.type, count: countOf(block), cut };
}

const countOf = (block: Block): number =>
  block.kind === 'lanes' ? block.rows.length : block.kind === 'stages' ? block.stages.length : block.steps.length;

function cutIds(map: JourneyMap, { type, ids }: { type: 'step' | 'stage' | 'lane'; ids: readonly string[] }): CutIds {
  const chosen = new Set(ids);
  const alive = (record: { deletedAt?: number | undefined }): boolean => record.deletedAt === undefined;
  const stepsOf = (): string[] =>
    map.steps.filter((step) => alive(step) && chosen.has(type === 'stage' ? step.pos.stageId : step.id)).map(({ id }) => id);
  const steps = type === 'lane' ? [] : stepsOf();
  const going = new Set(steps);
  const living = {
    steps: new Set(map.steps.filter(alive).map(({ id }) => id)),
    lanes: new Set(map.lanes.filter(alive).map(({ id }) => id)),
  };
  const cards = map.cards.filter(
    ({ pos, ...card }) =>
      alive(card) &&
      (type === 'lane'
        ? chosen.has(pos.laneId) && living.steps.has(pos.stepId)
        : going.has(pos.stepId) && living.lanes.has(pos.laneId)),
  );
  return {
    stages: type === 'stage' ? [...ids] : [],
    steps,
    lanes: type === 'lane' ? [...ids] : [],
    cards: cards.map(({ id }) => id),
  };
}

/** Reads whole steps, stages or lanes from the clipboard; null for anything else. It may come from another map, or be anything at all. */
export function parseBlockClipboard(json: string): BlockClipboard | null {
  if (json.length > longestJson) return null;
  try {
    return clipboardSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/**
 * Brings back what was cut from this very map, if it is all still gone: then it is moved, not copied, and keeps its ids, its evidence and its
 * ways. False, and nothing done, otherwise. Call inside a transaction.
 */
export function bringBack({ doc, mapId }: CommandContext, { cut, mapId: from }: BlockClipboard): boolean {
  if (!cut || from !== mapId) return false;
  const collections = ['stages', 'steps', 'lanes'] as const;
  const isGone = (collection: (typeof collections)[number], id: string): boolean =>
    findRecord(doc, collection, id) !== null && findAlive(doc, collection, id) === null;
  if (!collections.every((collection) => cut[collection].every((id) => isGone(collection, id)))) return false;
  for (const collection of [...collections, 'cards'] as const) {
    for (const id of cut[collection]) restoreRecord(doc, { collection, id }, localOrigin);
  }
  return true;
}
