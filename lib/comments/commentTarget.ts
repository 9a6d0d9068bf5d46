import { z } from 'zod';
import { idSchema } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';

/** What on a map can be talked about by itself. */
const recordTypes = ['stage', 'step', 'lane', 'card', 'transition'] as const;
export const commentTargetTypes = ['map', ...recordTypes] as const;

const collections = { stage: 'stages', step: 'steps', lane: 'lanes', card: 'cards', transition: 'transitions' } as const;

/** What a conversation is about: the map as a whole, or one record on it. */
export const commentTargetSchema = z
  .union([z.strictObject({ type: z.literal('map') }), z.strictObject({ type: z.enum(recordTypes), id: idSchema })])
  .meta({ id: 'CommentTarget', description: 'What a conversation is about: the map as a whole, or one record on it.' });
export type CommentTarget = z.output<typeof commentTargetSchema>;

/** One string for one target. */
export const commentTargetKey = (target: CommentTarget): string =>
  target.type === 'map' ? 'map' : `${target.type}:${target.id}`;

/** Longest beginning of a target's words that is kept with a conversation. */
const subjectLength = 200;

/** Pairs of quotation marks, as they are written in German, English and other languages. */
const quotationMarks = ['“”', '„“', '„”', '»«', '«»', '‘’', '‚‘', '""', "''"];

/** What stands in quotation marks, without them: it is about to get others. */
function withoutQuotes(line: string): string {
  const [open, inside, close] = [line.slice(0, 1), line.slice(1, -1), line.slice(-1)];
  const isQuote = inside !== '' && quotationMarks.includes(open + close) && !inside.includes(open) && !inside.includes(close);
  return isQuote ? inside.trim() : line;
}

/** The beginning of what somebody wrote, on one line, to be put into quotation marks. */
export function toSubject(words: string): string {
  const line = withoutQuotes(words.replace(/\s+/g, ' ').trim());
  return line.length > subjectLength ? `${line.slice(0, subjectLength - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

const inner: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '„': '‚', '"': "'", '«': '‹', '»': '›' };

/** Words that are about to be put into quotation marks, with their own ones of the kind that stands inside of others. */
export function toInnerQuotes(words: string): string {
  return words.replace(/[“”„"«»]/g, (mark) => inner[mark] ?? mark);
}

/** The record of a target with its words, deleted or not; null when the map never had it, or has forgotten it. */
export function findCommentTarget(map: JourneyMap, target: CommentTarget): { subject: string; isDeleted: boolean } | null {
  if (target.type === 'map') return { subject: toSubject(map.meta.title), isDeleted: false };
  const records: readonly { id: string; deletedAt?: number | undefined }[] = map[collections[target.type]];
  const record = records.find(({ id }) => id === target.id);
  return record ? { subject: toSubject(wordsOf(record)), isDeleted: record.deletedAt !== undefined } : null;
}

function wordsOf(record: object): string {
  for (const field of ['text', 'title', 'label'] as const) {
    const words: unknown = Reflect.get(record, field);
    if (typeof words === 'string') return words;
  }
  return '';
}
