import type * as Y from 'yjs';
import { maxPartsPerCard } from '@/lib/map/attachment';
import { toLinkAddress } from '@/lib/map/cardLink';
import { toInputText } from '../plainValue';
import { findAlive, localOrigin } from '../schema';
import { listSiblings, makeRoom } from './lists';
import { deleteRecords, insertRecord, setField } from './records';

const toLabel = (label: string): string => toInputText(label.replace(/\s+/g, ' ').trim(), 200);

/** Puts a link on a card: http, https or mailto. Returns its id, or null when the card is gone or full, or the address is none of these. */
export function addCardLink(
  doc: Y.Doc,
  input: { cardId: string; address: string; label?: string },
  origin: unknown = localOrigin,
): string | null {
  const address = toLinkAddress(input.address);
  if (address === null) return null;
  return doc.transact(() => {
    const container = { cardId: input.cardId };
    if (!findAlive(doc, 'cards', input.cardId)) return null;
    if (listSiblings(doc, 'cardLinks', container).length >= maxPartsPerCard) return null;
    const order = makeRoom(doc, 'cardLinks', container, undefined, 1)?.[0];
    if (order === undefined) return null;
    return insertRecord(doc, 'cardLinks', { pos: { ...container, order }, address, label: toLabel(input.label ?? '') });
  }, origin);
}

/** Changes what is given of a link. False when it is gone, or the address is none. */
export function updateCardLink(
  doc: Y.Doc,
  input: { id: string; address?: string; label?: string },
  origin: unknown = localOrigin,
): boolean {
  const address = input.address === undefined ? undefined : toLinkAddress(input.address);
  if (address === null) return false;
  return doc.transact(() => {
    const link = findAlive(doc, 'cardLinks', input.id);
    if (!link) return false;
    if (address !== undefined) setField(link, 'address', address);
    if (input.label !== undefined) setField(link, 'label', toLabel(input.label));
    return true;
  }, origin);
}

/** Takes a link from its card. */
export function removeCardLink(doc: Y.Doc, input: { id: string }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'cardLinks', ids: [input.id] }, origin);
}
