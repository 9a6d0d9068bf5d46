import { z } from 'zod';
import { idSchema } from './id';
import { deletedAtSchema } from './text';

export const linkTargetTypes = ['step', 'card', 'transition', 'moment'] as const;

/** What on a map evidence is about. A moment goes by its step's id. */
export const linkTargetSchema = z.object({ type: z.enum(linkTargetTypes), id: idSchema });
export type LinkTarget = z.infer<typeof linkTargetSchema>;

const value = z.string().min(1).max(500);
const day = z.iso.date();

/** What narrows a source to the answers that are meant; what is absent narrows nothing. */
export const linkFilterShape = {
  from: day.optional().describe('Only answers given on this day or later.'),
  to: day.optional().describe('Only answers given on this day or before.'),
  touchpoint: value.optional().describe('Only answers about this touchpoint.'),
  channel: value.optional().describe('Only answers by this channel.'),
  language: value.optional().describe('Only answers in this language.'),
  segment: z
    .string()
    .max(1001)
    .regex(/^[^=]+=[^=].*$/)
    .optional()
    .describe('Only answers of this segment: the column’s name, `=`, and the value, such as `Region=North`.'),
  category: idSchema
    .optional()
    .describe('Only answers in this category of contact reasons, or in one below it. Of a deleted one: where its answers went.'),
  text: z
    .string()
    .max(200)
    .regex(/\S/)
    .optional()
    .describe('Only answers that hold all these words, whatever the case, in what customers wrote.'),
};
export const linkFilterSchema = z.strictObject(linkFilterShape);
export type LinkFilter = z.infer<typeof linkFilterSchema>;

/**
 * Evidence on the map: a reference to a source (all of it, the part that a filter lets through, or one answer), never copied text. An answer goes by
 * what it is called in its source (`responseId`); `column` names one of the texts that the customer wrote.
 *
 * The filter is kept as it was written, fields of later versions included: to leave one out would link answers that nobody meant
 * (`readLinkFilter`).
 */
export const evidenceLinkSchema = z.object({
  id: idSchema,
  target: linkTargetSchema,
  sourceId: idSchema,
  filter: z.record(z.string(), z.unknown()).optional(),
  responseId: idSchema.optional(),
  column: z.int().min(1).max(100_000).optional(),
  deletedAt: deletedAtSchema,
});
export type EvidenceLink = z.infer<typeof evidenceLinkSchema>;

/** What a link refers to, without what it is about. */
export const evidenceSchema = evidenceLinkSchema.pick({ sourceId: true, filter: true, responseId: true, column: true });
export type Evidence = z.infer<typeof evidenceSchema>;

/** Most links that one step, card, transition or moment has: more than anybody reads. */
export const maxLinksPerTarget = 200;

/** What a copy takes along of its original's evidence. */
export const copiedEvidenceSchema = z.array(evidenceSchema).max(maxLinksPerTarget).optional();

/** A link's filter; without one, all of the source. Null when it says something that this version does not know: it must not be taken for a wider one. */
export function readLinkFilter({ filter = {} }: Pick<EvidenceLink, 'filter'>): LinkFilter | null {
  const read = linkFilterSchema.safeParse(filter);
  return read.success ? read.data : null;
}

/** Words of a filter's text, as they are looked for: in any order, whatever the case. The same words are the same text. */
export function toSearchWords(text: string): string[] {
  const words = text.normalize('NFC').toLocaleLowerCase('und').split(/\s+/);
  return [...new Set(words.filter((word) => word !== ''))].sort();
}

/** What a link says but for its id and what it is about, as a text: equal ones say the same. */
export function evidenceKey({ sourceId, filter = {}, responseId, column }: Evidence): string {
  const said = Object.entries(filter).filter(([, wanted]) => wanted !== undefined);
  const sorted = said.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify([sourceId, responseId ?? null, column ?? null, sorted]);
}
