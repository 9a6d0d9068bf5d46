import * as Y from 'yjs';
import { type CardKind, cardKinds } from '@/lib/map/card';
import { cardKindOfLane } from '@/lib/map/cardKindOfLane';
import { type EvidenceLevel, evidenceLevels } from '@/lib/map/evidenceLevel';
import { laneKinds } from '@/lib/map/lane';
import type { Ordered } from '@/lib/map/order';
import { toInputText } from '../plainValue';
import { findAlive, localOrigin } from '../schema';
import { copyCardParts } from './copyCardParts';
import { type Container, containerOf, insertBehind, listSiblings, makeRoom, moveInList } from './lists';
import type { Place } from './places';
import { deleteRecords, insertRecord, setField } from './records';

/** Next to another card, or in a cell: at a number among its cards, or at its end. */
export type CardPlace = { before: string } | { after: string } | { stepId: string; laneId: string; index?: number };

type CardContent = { text?: string; kind?: CardKind; colour?: string; evidenceLevel?: EvidenceLevel };

const isCell = (doc: Y.Doc, { stepId, laneId }: Container): boolean =>
  stepId !== undefined && laneId !== undefined && !!findAlive(doc, 'steps', stepId) && !!findAlive(doc, 'lanes', laneId);

/** The cell and the place in it; null when the cell, or the card next to it, is not there. */
function toListPlace(doc: Y.Doc, at: CardPlace): { container: Container; place: Place | undefined } | null {
  if ('stepId' in at) {
    const { stepId, laneId, index } = at;
    return isCell(doc, { stepId, laneId })
      ? { container: { stepId, laneId }, place: index === undefined ? undefined : { index } }
      : null;
  }
  const anchor = findAlive(doc, 'cards', 'before' in at ? at.before : at.after);
  const container = anchor && containerOf(anchor);
  return container && isCell(doc, container) ? { container, place: at } : null;
}

function toFields({ text = '', kind = 'note', colour, evidenceLevel }: CardContent): Record<string, unknown> {
  return { text: toInputText(text), kind, colour: colour?.slice(0, 32), evidenceLevel };
}

/** Adds cards side by side, in the order given. Returns their ids, or null when there is no such place. */
export function addCards(
  doc: Y.Doc,
  input: { at: CardPlace; cards: readonly CardContent[] },
  origin: unknown = localOrigin,
): string[] | null {
  return doc.transact(() => {
    const target = toListPlace(doc, input.at);
    const orders = target && makeRoom(doc, 'cards', target.container, target.place, input.cards.length);
    if (!target || !orders) return null;
    return input.cards.map((card, index) =>
      insertRecord(doc, 'cards', { ...toFields(card), pos: { ...target.container, order: orders[index] } }),
    );
  }, origin);
}

/** Adds one card. Returns its id, or null when there is no such place. */
export function addCard(doc: Y.Doc, input: CardContent & { at: CardPlace }, origin: unknown = localOrigin): string | null {
  const { at, ...card } = input;
  return addCards(doc, { at, cards: [card] }, origin)?.[0] ?? null;
}

/**
 * Adds a card as somebody begins it by hand: of the kind that belongs into its lane, so that a thought among pain points is one. Returns its
 * id, or null when there is no such place.
 */
export function beginCard(doc: Y.Doc, { at, text }: { at: CardPlace; text?: string }): string | null {
  const laneId = toListPlace(doc, at)?.container.laneId;
  const lane = laneId === undefined ? null : findAlive(doc, 'lanes', laneId);
  const kind = laneKinds.find((known) => known === lane?.get('kind'));
  return addCard(doc, { at, ...(text !== undefined && { text }), ...(kind && { kind: cardKindOfLane(kind) }) });
}

/**
 * Moves cards to a place, in the order given. An index counts the other cards of the cell only. Cards that are gone are passed over;
 * false when none is left or when there is no such place.
 */
export function moveCards(doc: Y.Doc, input: { ids: readonly string[]; to: CardPlace }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    const target = toListPlace(doc, input.to);
    return target !== null && moveInList(doc, 'cards', input.ids, target.container, target.place);
  }, origin);
}

/** Puts a copy after each card, with all that it carries, in its cell, or all copies at a place, in the order given. Returns the copies' ids; empty when nothing could be copied. */
export function duplicateCards(
  doc: Y.Doc,
  input: { ids: readonly string[]; to?: CardPlace },
  origin: unknown = localOrigin,
): string[] {
  return doc.transact(() => {
    const originals = input.ids.flatMap((id) => {
      const record = findAlive(doc, 'cards', id);
      return record ? [{ id, container: containerOf(record), content: toContent(record) }] : [];
    });
    if (input.to) {
      const ids = addCards(doc, { at: input.to, cards: originals.map(({ content }) => content) }, origin) ?? [];
      copyCardParts(doc, new Map(ids.map((id, index) => [id, originals[index]?.id ?? id])));
      return ids;
    }
    const cells = new Map<string, { container: Container; siblings: Ordered[] }>();
    const copies = new Map<string, string>();
    originals.forEach(({ id, container, content }) => {
      if (!container || !isCell(doc, container)) return;
      const key = `${container.stepId} ${container.laneId}`;
      const cell = cells.get(key) ?? { container, siblings: listSiblings(doc, 'cards', container) };
      cells.set(key, cell);
      const insert = (order: string) => insertRecord(doc, 'cards', { ...toFields(content), pos: { ...container, order } });
      const copy = insertBehind(doc, 'cards', cell, id, insert);
      if (copy !== null) copies.set(copy, id);
    });
    copyCardParts(doc, copies);
    return [...copies.keys()];
  }, origin);
}

function toContent(record: Y.Map<unknown>): CardContent {
  const text = record.get('text');
  const kind = cardKinds.find((known) => known === record.get('kind'));
  const evidenceLevel = evidenceLevels.find((known) => known === record.get('evidenceLevel'));
  const colour = record.get('colour');
  return {
    text: text instanceof Y.Text ? text.toString() : '',
    ...(kind && { kind }),
    ...(evidenceLevel && { evidenceLevel }),
    ...(typeof colour === 'string' && { colour }),
  };
}

export function deleteCards(doc: Y.Doc, input: { ids: readonly string[] }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'cards', ids: input.ids }, origin);
}

/** Sets a field of all cards that are still there; false when none is. */
function setCards(doc: Y.Doc, ids: readonly string[], field: string, value: string | undefined, origin: unknown): boolean {
  return doc.transact(() => {
    const cards = ids.flatMap((id) => findAlive(doc, 'cards', id) ?? []);
    for (const card of cards) setField(card, field, value);
    return cards.length > 0;
  }, origin);
}

export function setCardKind(
  doc: Y.Doc,
  input: { ids: readonly string[]; kind: CardKind },
  origin: unknown = localOrigin,
): boolean {
  return cardKinds.includes(input.kind) && setCards(doc, input.ids, 'kind', input.kind, origin);
}

/** `colour` names an entry of the palette; null lets the lane's kind decide. */
export function setCardColour(
  doc: Y.Doc,
  input: { ids: readonly string[]; colour: string | null },
  origin: unknown = localOrigin,
): boolean {
  return setCards(doc, input.ids, 'colour', input.colour?.slice(0, 32), origin);
}

/** How cards are known; null when nothing is said about it. */
export function setCardEvidenceLevel(
  doc: Y.Doc,
  input: { ids: readonly string[]; evidenceLevel: EvidenceLevel | null },
  origin: unknown = localOrigin,
): boolean {
  const { evidenceLevel } = input;
  if (evidenceLevel !== null && !evidenceLevels.includes(evidenceLevel)) return false;
  return setCards(doc, input.ids, 'evidenceLevel', evidenceLevel ?? undefined, origin);
}
