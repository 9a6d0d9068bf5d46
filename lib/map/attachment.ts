import { z } from 'zod';
import { idSchema } from './id';
import { orderSchema } from './order';
import { deletedAtSchema } from './text';

/** Longest description of a picture, in UTF-16 code units. */
export const maxAltLength = 500;
/** Longest name of a file. */
export const maxFileNameLength = 200;
/** Most files that one card holds, and so for links and tags. */
export const maxPartsPerCard = 20;

/** Which card something belongs to, and its place there: one last-writer-wins value. */
export const cardPartPositionSchema = z.object({ cardId: idSchema, order: orderSchema });

/**
 * A picture or file on a card: a reference only. The bytes lie with the server, as the map's file `fileId`. A picture has the width and
 * height in which it is stored, so that a layout knows its place before a byte of it is there.
 */
export const attachmentSchema = z.object({
  id: idSchema,
  pos: cardPartPositionSchema,
  fileId: idSchema,
  name: z.string().max(maxFileNameLength).default(''),
  mediaType: z.string().max(100).default('application/octet-stream'),
  size: z.number().int().min(0).default(0),
  width: z.number().int().min(1).max(20_000).optional(),
  height: z.number().int().min(1).max(20_000).optional(),
  alt: z.string().max(maxAltLength).optional(),
  deletedAt: deletedAtSchema,
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** An attachment that is shown as a picture. */
export type PictureAttachment = Attachment & { width: number; height: number };

/** Whether an attachment is shown as a picture; any other one is a line with its name. */
export function isPicture(attachment: Attachment): attachment is PictureAttachment {
  return attachment.width !== undefined && attachment.height !== undefined;
}

/** What is said of an attachment to those who cannot see it: its description, else its name. */
export function altOf({ alt, name }: Pick<Attachment, 'alt' | 'name'>): string {
  const said = alt?.trim() ?? '';
  return said === '' ? name : said;
}
