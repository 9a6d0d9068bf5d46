import { z } from 'zod';
import { type AttachedFile, addAttachments } from '@/lib/document/operations/attachments';
import { addCardLink } from '@/lib/document/operations/cardLinks';
import { addCardTags } from '@/lib/document/operations/cardTags';
import { attachmentSchema, maxPartsPerCard } from '@/lib/map/attachment';
import { maxAddressLength } from '@/lib/map/cardLink';
import { type CardParts, noParts } from '@/lib/map/cardParts';
import { maxTagLength } from '@/lib/map/cardTag';
import type { CommandContext } from './command';

const { fileId, name, mediaType, size, width, height, alt } = attachmentSchema.shape;
const link = z.object({ address: z.string().max(maxAddressLength), label: z.string().max(200) });
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(maxPartsPerCard).optional();

/** What a card in the clipboard carries beside its text. */
export const clipboardPartsShape = {
  tags: many(z.string().max(maxTagLength)),
  links: many(link),
  files: many(z.object({ fileId, name, mediaType, size, width, height, alt })),
};
export type ClipboardParts = z.infer<z.ZodObject<typeof clipboardPartsShape>>;

/** What a card carries, for the clipboard. */
export function partsForClipboard({ tags, links, pictures, files }: CardParts = noParts): ClipboardParts {
  const some = <Part>(parts: readonly Part[]): Part[] | undefined =>
    parts.length > 0 ? parts.slice(0, maxPartsPerCard) : undefined;
  return {
    tags: some(tags),
    links: some(links.map(({ address, label }) => ({ address, label }))),
    files: some([...pictures, ...files].map(({ id: _id, pos: _pos, deletedAt: _deletedAt, ...file }) => file)),
  };
}

/**
 * Gives a pasted card what it carried. Returns the files that lie with another map (`mapId`) and have to be brought first. Call inside of the
 * paste's transaction.
 */
export function addClipboardParts(
  { doc, files: desk }: CommandContext,
  cardId: string,
  parts: ClipboardParts,
  mapId?: string,
): AttachedFile[] {
  if (parts.tags) addCardTags(doc, { ids: [cardId], tags: parts.tags });
  for (const each of parts.links ?? []) addCardLink(doc, { cardId, ...each });
  const files = parts.files ?? [];
  if (files.length === 0 || mapId !== desk.mapId) return files;
  addAttachments(doc, { cardId, files });
  return [];
}
