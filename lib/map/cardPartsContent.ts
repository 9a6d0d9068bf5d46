import { z } from 'zod';
import { attachmentSchema, maxPartsPerCard } from './attachment';
import { maxAddressLength } from './cardLink';
import { type CardParts, noParts } from './cardParts';
import { maxTagLength } from './cardTag';

const { fileId, name, mediaType, size, width, height, alt } = attachmentSchema.shape;
const link = z.object({ address: z.string().max(maxAddressLength), label: z.string().max(200) });
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(maxPartsPerCard).optional();

/** What a copied card carries beside its text; files as references to those that lie with the map it came from. */
export const cardPartsShape = {
  tags: many(z.string().max(maxTagLength)),
  links: many(link),
  files: many(z.object({ fileId, name, mediaType, size, width, height, alt })),
};
export type CardPartsContent = z.infer<z.ZodObject<typeof cardPartsShape>>;

/** What a card carries, as it is copied. */
export function toPartsContent({ tags, links, pictures, files }: CardParts = noParts): CardPartsContent {
  const some = <Part>(parts: readonly Part[]): Part[] | undefined =>
    parts.length > 0 ? parts.slice(0, maxPartsPerCard) : undefined;
  return {
    tags: some(tags),
    links: some(links.map(({ address, label }) => ({ address, label }))),
    files: some([...pictures, ...files].map(({ id: _id, pos: _pos, deletedAt: _deletedAt, ...file }) => file)),
  };
}

/** How many records it makes. */
export function countParts({ tags, links, files }: CardPartsContent): number {
  return (tags?.length ?? 0) + (links?.length ?? 0) + (files?.length ?? 0);
}
