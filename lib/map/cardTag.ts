import { z } from 'zod';
import { idSchema } from './id';
import type { JourneyMap } from './journeyMap';

export const maxTagLength = 40;
export const tagSchema = z.string().min(1).max(maxTagLength);

/** That a card has a tag. Stored under the key `cardId:tag`, so that two people who add tags at once both do. */
export const cardTagSchema = z.object({ cardId: idSchema, tag: tagSchema });
export type CardTag = z.infer<typeof cardTagSchema>;

/** The words as a tag: without a leading `#`, one line, at most 40 characters. Null when nothing is left. */
export function toTag(words: string): string | null {
  const line = words
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .replace(/^[# ]+/, '')
    .trim();
  const tag = Array.from(line)
    .reduce((kept, char) => (kept.length + char.length > maxTagLength ? kept : kept + char), '')
    .trim();
  return tag === '' ? null : tag;
}

/** Tags that differ only in upper and lower case are one. */
export function foldTag(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}

/** Sorts tags as readers look for them, the same everywhere: without regard to case, then by code unit. */
export function compareTags(a: string, b: string): number {
  const [left, right] = [foldTag(a), foldTag(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A tag in use, spelled as it is most often, and on how many cards. */
export type TagCount = { tag: string; count: number };

/** The tags of a map's living cards with their counts, the most used first. Tags that differ in case only are counted together. */
export function listTags(map: Pick<JourneyMap, 'cards' | 'cardTags'>): TagCount[] {
  const alive = new Set(map.cards.flatMap((card) => (card.deletedAt === undefined ? [card.id] : [])));
  const cards = new Map<string, Set<string>>();
  const spellings = new Map<string, Map<string, number>>();
  for (const { cardId, tag } of map.cardTags) {
    if (!alive.has(cardId)) continue;
    const folded = foldTag(tag);
    cards.set(folded, (cards.get(folded) ?? new Set()).add(cardId));
    const counts = spellings.get(folded) ?? new Map<string, number>();
    spellings.set(folded, counts.set(tag, (counts.get(tag) ?? 0) + 1));
  }
  const tags = [...cards].map(([folded, on]) => {
    const [best] = [...(spellings.get(folded) ?? [])].sort(([a, m], [b, n]) => n - m || compareTags(a, b));
    return { tag: best?.[0] ?? folded, count: on.size };
  });
  return tags.sort((a, b) => b.count - a.count || compareTags(a.tag, b.tag));
}
