import { z } from 'zod';
import type { AttachedFile } from '@/lib/document/operations/attachments';
import { addCards } from '@/lib/document/operations/cards';
import { maxPastedCards, toListItems } from '@/lib/document/operations/pasteCards';
import { addStep } from '@/lib/document/operations/steps';
import { localOrigin } from '@/lib/document/schema';
import { readShown } from '@/lib/document/silentRound';
import { cardKinds } from '@/lib/map/card';
import { cardPartsShape, toPartsContent } from '@/lib/map/cardPartsContent';
import { evidenceLevelSchema } from '@/lib/map/evidenceLevel';
import { copiedEvidenceSchema } from '@/lib/map/evidenceLink';
import { idSchema } from '@/lib/map/id';
import { evidenceOf } from '@/lib/map/listLinks';
import { readTable } from '@/lib/map/table/readTable';
import { maxTextLength } from '@/lib/map/text';
import type { MapReference } from '../reference';
import { addClipboardParts } from './clipboardParts';
import type { CommandContext } from './command';
import { openTable } from './pasteTable';
import { currentCell, primary, selectedCards } from './targets';

/** The type under which cards lie in the clipboard, beside plain text for everything else. */
export const clipboardType = 'application/x-wegmarke-cards+json';

const cardSchema = z.object({
  /** Columns and rows from the first card, so that a block of cards keeps its shape. */
  column: z.number().int().min(-10_000).max(10_000),
  row: z.number().int().min(-10_000).max(10_000),
  text: z.string().max(maxTextLength),
  kind: z.enum(cardKinds),
  colour: z.string().max(32).optional(),
  evidenceLevel: evidenceLevelSchema.optional(),
  ...cardPartsShape,
  evidence: copiedEvidenceSchema,
});

/** `mapId`: where the cards come from, and with them their files; `workspaceId`: whose sources their links to evidence refer to. */
const clipboardSchema = z.object({
  version: z.literal(1),
  mapId: idSchema.optional(),
  workspaceId: idSchema.optional(),
  cards: z.array(cardSchema).min(1).max(5000),
});
export type ClipboardCards = z.infer<typeof clipboardSchema>;

/** The selected cards for the clipboard; null when none is selected. `text` has one line a card. */
export function copyCards(context: CommandContext): { json: string; text: string; count: number } | null {
  const { map, cardRecords } = context.index;
  const cards = selectedCards(context).flatMap((id) => cardRecords.get(id) ?? []);
  const first = cards[0];
  if (!first) return null;
  const columns = new Map(map.steps.map((step, column) => [step.id, column]));
  const rows = new Map(map.lanes.map((lane, row) => [lane.id, row]));
  const columnOf = (stepId: string): number => columns.get(stepId) ?? 0;
  const rowOf = (laneId: string): number => rows.get(laneId) ?? 0;
  const evidence = evidenceOf(readShown(context.doc));
  const data: ClipboardCards = {
    version: 1,
    mapId: context.files.mapId,
    ...(context.workspaceId !== null && { workspaceId: context.workspaceId }),
    cards: cards.map(({ id, pos, text, kind, colour, evidenceLevel }) => ({
      column: columnOf(pos.stepId) - columnOf(first.pos.stepId),
      row: rowOf(pos.laneId) - rowOf(first.pos.laneId),
      text,
      kind,
      colour,
      evidenceLevel,
      ...toPartsContent(map.cardParts.get(id)),
      evidence: evidence({ type: 'card', id }),
    })),
  };
  return {
    json: JSON.stringify(data),
    text: cards.map((card) => card.text.replace(/\s*\n\s*/g, ' ')).join('\n'),
    count: cards.length,
  };
}

/** Reads cards from the clipboard; null for anything else. It may come from another map, or be anything at all. */
export function parseClipboard(json: string): ClipboardCards | null {
  try {
    return clipboardSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

function selectCards(context: CommandContext, ids: readonly string[]): void {
  if (ids.length > 0) context.selection.getState().select(...ids.map((id): MapReference => ({ type: 'card', id })));
  context.announce('pasted', { count: ids.length });
}

/** Puts copied cards into the cell at hand and those beside it, in one step of undo. What would fall off the map lands in its last column or row. */
export function pasteCopiedCards(context: CommandContext, { cards, mapId, workspaceId }: ClipboardCards): boolean {
  const cell = currentCell(context);
  if (!context.canWrite || !cell) return false;
  const { steps, lanes } = context.index.map;
  const column = steps.findIndex(({ id }) => id === cell.stepId);
  const row = lanes.findIndex(({ id }) => id === cell.laneId);
  const within = (value: number, length: number): number => Math.min(length - 1, Math.max(0, value));
  const elsewhere: { cardId: string; files: AttachedFile[] }[] = [];
  const ids = context.doc.transact(() => {
    const made: string[] = [];
    let anchor = primary(context)?.type === 'card' ? primary(context) : null;
    for (const { column: dx, row: dy, ...content } of cards) {
      const step = steps[within(column + dx, steps.length)];
      const lane = lanes[within(row + dy, lanes.length)];
      if (!step || !lane) continue;
      // Below the card at hand in its own cell, at the end of the others.
      const beside = anchor?.type === 'card' && step.id === cell.stepId && lane.id === cell.laneId ? anchor.id : null;
      const card = {
        text: content.text,
        kind: content.kind,
        ...(content.colour === undefined ? {} : { colour: content.colour }),
        ...(content.evidenceLevel === undefined ? {} : { evidenceLevel: content.evidenceLevel }),
      };
      const id = addCards(context.doc, {
        at: beside ? { after: beside } : { stepId: step.id, laneId: lane.id },
        cards: [card],
      })?.[0];
      if (!id) continue;
      made.push(id);
      const files = addClipboardParts(context, id, content, { mapId, workspaceId });
      if (files.length > 0) elsewhere.push({ cardId: id, files });
      if (beside) anchor = { type: 'card', id };
    }
    return made;
  }, localOrigin);
  selectCards(context, ids);
  if (mapId !== undefined && elsewhere.length > 0) void context.files.bring(mapId, elsewhere);
  return ids.length > 0;
}

/** Plain lines become cards in the cell at hand; at a step or stage they become steps. Says so when there are more than one paste takes. False when there is no place for them. */
export function pasteText(context: CommandContext, text: string): boolean {
  const all = toListItems(text);
  if (!context.canWrite || all.length === 0) return false;
  const lines = all.slice(0, maxPastedCards);
  const tellRest = (made: 'cards' | 'steps', count: number): void => {
    if (count < all.length) context.notify({ type: 'pastedPart', made, count, total: all.length });
  };
  const at = primary(context);
  const cell = currentCell(context);
  if (cell) {
    const place = at?.type === 'card' ? { after: at.id } : cell;
    const ids = addCards(context.doc, { at: place, cards: lines.map((line) => ({ text: line })) });
    if (!ids) return false;
    selectCards(context, ids);
    tellRest('cards', ids.length);
    return true;
  }
  if (at?.type !== 'step' && at?.type !== 'stage') return false;
  const ids = context.doc.transact(() => {
    const made: string[] = [];
    for (const title of lines) {
      const last = made.at(-1) ?? (at.type === 'step' ? at.id : null);
      const id = addStep(context.doc, { title, at: last ? { after: last } : { stageId: at.id } });
      if (id) made.push(id);
    }
    return made;
  }, localOrigin);
  if (ids.length === 0) return false;
  context.selection.getState().select(...ids.map((id): MapReference => ({ type: 'step', id })));
  context.announce('pastedSteps', { count: ids.length });
  tellRest('steps', ids.length);
  return true;
}

/** What comes from elsewhere: a table is looked at first, anything else goes in line by line. False when there was nothing to do. */
export function pasteForeign(context: CommandContext, { html, text }: { html: string; text: string }): boolean {
  const table = readTable({ html, text });
  if (!table) return pasteText(context, text);
  openTable(context, table);
  return true;
}
