import { textFields } from '@/lib/document/schema';
import { toWordPieces, type WordPiece } from '@/lib/document/wordDiff';
import type { Locale } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/translator';
import { matchMaps, type ToMatch } from '@/lib/map/compare/matching/matchMaps';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import type { AnyRecord, Difference, FieldDifference, Standing } from '@/lib/map/diff/mapDiff';
import { summariseDiff } from '@/lib/map/diff/summariseDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { makeDiffSentences } from './diffSentence';

/** A field with, for a text that people type, what differs in it word by word. */
export type ComparedField = FieldDifference & { words?: WordPiece[] };

/** A difference as programs get it. */
export type ComparedDifference = {
  kind: Difference['kind'];
  collection: Difference['collection'];
  id: string;
  record?: AnyRecord;
  mergedInto?: string;
  fields?: ComparedField[];
  from?: Standing;
  to?: Standing;
};

/** What a sentence of the summary says, and the things that it is about. */
export type ComparedSentence = { text: string; targets: { collection: string; id: string; side: 'before' | 'after' }[] };

/** `matched`: which records of the earlier map stand for which of the later one, where that is not said by their ids. */
export type Comparison = {
  matching: 'ids' | 'suggested';
  matched: { collection: string; before: string; after: string }[];
  differences: ComparedDifference[];
  summary: ComparedSentence[];
};

/** What lies between two maps, as programs get it, with sentences in a language. */
export function compareMaps(
  earlier: JourneyMap,
  after: JourneyMap,
  locale: Locale,
  how: ToMatch = { isSameMap: true, hand: [] },
): Comparison {
  const { map: before, original, isSuggested } = matchMaps(earlier, after, how);
  const diff = diffMaps(before, after);
  const toSentence = makeDiffSentences(locale, messagesOf(locale));
  return {
    matching: isSuggested ? 'suggested' : 'ids',
    matched: [...original].map(([key, own]) => {
      const [collection = '', id = ''] = key.split(' ');
      return { collection, before: own, after: id };
    }),
    differences: diff.differences.map(toCompared),
    summary: summariseDiff(diff, before, after).map((line) => ({
      text: toSentence(line),
      targets: line.targets.map(({ collection, id, side }) => ({ collection, id, side })),
    })),
  };
}

/** A difference as programs get it. */
export function toCompared(difference: Difference): ComparedDifference {
  if (difference.kind !== 'changed') return difference;
  const texts: readonly string[] = textFields[difference.collection];
  return {
    ...difference,
    fields: difference.fields.map((changed): ComparedField => {
      const { field, before = '', after = '' } = changed;
      if (!texts.includes(field) || typeof before !== 'string' || typeof after !== 'string') return changed;
      return { ...changed, words: toWordPieces(before, after) };
    }),
  };
}
