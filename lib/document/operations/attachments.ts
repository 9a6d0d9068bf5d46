import type * as Y from 'yjs';
import { type Attachment, maxAltLength, maxFileNameLength, maxPartsPerCard } from '@/lib/map/attachment';
import { toInputText } from '../plainValue';
import { findAlive, localOrigin } from '../schema';
import { listSiblings, makeRoom } from './lists';
import { deleteRecords, insertRecord, setField } from './records';

/** A file that the server holds for this map. Pictures have the width and height in which they are stored. */
export type AttachedFile = Pick<Attachment, 'fileId' | 'name' | 'mediaType' | 'size' | 'width' | 'height' | 'alt'>;

function toFields({ fileId, name, mediaType, size, width, height, alt }: AttachedFile): Record<string, unknown> {
  const isPicture = width !== undefined && height !== undefined;
  return {
    fileId,
    name: toInputText(name.replace(/\s+/g, ' ').trim(), maxFileNameLength),
    mediaType: mediaType.slice(0, 100),
    size,
    ...(isPicture ? { width, height } : {}),
    ...(alt === undefined ? {} : { alt: toInputText(alt, maxAltLength) }),
  };
}

/** Puts files on a card, behind those that it has. Returns the ids of the attachments; null when the card is gone or has no room for them. */
export function addAttachments(
  doc: Y.Doc,
  input: { cardId: string; files: readonly AttachedFile[] },
  origin: unknown = localOrigin,
): string[] | null {
  return doc.transact(() => {
    const container = { cardId: input.cardId };
    if (!findAlive(doc, 'cards', input.cardId)) return null;
    if (listSiblings(doc, 'attachments', container).length + input.files.length > maxPartsPerCard) return null;
    const orders = makeRoom(doc, 'attachments', container, undefined, input.files.length);
    if (!orders) return null;
    return input.files.map((file, index) =>
      insertRecord(doc, 'attachments', { ...toFields(file), pos: { ...container, order: orders[index] } }),
    );
  }, origin);
}

/** Says what a picture shows, for those who cannot see it; an empty text lets the file's name stand for it. */
export function setAttachmentAlt(doc: Y.Doc, input: { id: string; alt: string }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    const attachment = findAlive(doc, 'attachments', input.id);
    const alt = toInputText(input.alt.trim(), maxAltLength);
    if (attachment) setField(attachment, 'alt', alt === '' ? undefined : alt);
    return attachment !== null;
  }, origin);
}

/** Takes pictures and files from their cards. */
export function removeAttachments(doc: Y.Doc, input: { ids: readonly string[] }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'attachments', ids: input.ids }, origin);
}
