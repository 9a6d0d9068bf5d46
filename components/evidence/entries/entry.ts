import { z } from 'zod';

/** What the form of an entry holds; nothing is empty. */
export const entryFieldsSchema = z.object({
  day: z.string(),
  who: z.string(),
  segment: z.string(),
  channel: z.string(),
  touchpoint: z.string(),
  text: z.string(),
  satisfaction: z.enum(['', '1', '2', '3', '4', '5']),
  keepsPersonal: z.boolean(),
});
export type EntryFields = z.output<typeof entryFieldsSchema>;

export const entryFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});
/** A picture or file that is with an entry. */
export type EntryFile = z.output<typeof entryFileSchema>;

/** An entry that is there. `editedAt`: by which it shows that somebody else has edited it. */
export type StoredEntry = { id: string; editedAt: string | null; fields: EntryFields; files: readonly EntryFile[] };

/** The day of today where the reader is: YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** An entry that nobody has begun; what entries of one conversation have in common is taken over. */
export const emptyEntry = (before: Partial<EntryFields> = {}): EntryFields => ({
  ...{ day: today(), who: '', segment: '', channel: '', touchpoint: '' },
  ...before,
  ...{ text: '', satisfaction: '', keepsPersonal: false },
});

/** The fields as the API takes them. */
export const toEntryBody = ({ satisfaction, who, segment, channel, touchpoint, ...fields }: EntryFields) => ({
  ...fields,
  who: who.trim() || null,
  segment: segment.trim() || null,
  channel: channel.trim() || null,
  touchpoint: touchpoint.trim() || null,
  satisfaction: satisfaction === '' ? null : Number(satisfaction),
});
