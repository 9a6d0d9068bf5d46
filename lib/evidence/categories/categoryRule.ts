import { z } from 'zod';
import { toPlain } from '../suggest/words';

/**
 * Where in a text's words a rule's words are looked for: whole words; what words begin with (`rechnung` in „Rechnungen“, „Rechnungsnummer“); or anywhere in
 * them (`rechnung` in „Stromrechnung“).
 */
export const wordParts = ['whole', 'beginning', 'anywhere'] as const;
export type WordPart = (typeof wordParts)[number];

/** Words or phrases of a rule at most, and characters of one. */
export const mostPhrases = 60;
const longestPhrase = 100;

const phrases = z.array(
  z
    .string()
    .max(longestPhrase)
    .regex(/^[^\p{Cc}\p{Cs}]*[\p{L}\p{N}][^\p{Cc}\p{Cs}]*$/u),
);

/** The words of a rule: at least one of `any` occurs, and none of `none`. */
export const ruleWordsSchema = z.object({
  any: phrases
    .min(1)
    .max(mostPhrases)
    .describe('Words or phrases of which an answer holds at least one. Case and accents do not count.'),
  none: phrases.max(mostPhrases).default([]).describe('Words or phrases of which it holds none.'),
  words: z
    .enum(wordParts)
    .default('whole')
    .describe(
      '`whole`: whole words. `beginning`: what words begin with, such as `Rechnung` in “Rechnungsnummer”. `anywhere`: in compounds as well, such as `rechnung` in “Stromrechnung”.',
    ),
});
export type RuleWords = z.output<typeof ruleWordsSchema>;

/** A rule: answers that hold its words belong to a category. The first one of a workspace that fits decides. */
export type CategoryRule = RuleWords & { id: string; categoryId: string; order: string };

/** A text as rules look through it: its words one after the other, with a blank on either side of each; between texts there is a stop that no phrase crosses. */
export function toSearchable(texts: Iterable<string>): string {
  const parts: string[] = [];
  for (const text of texts) {
    const said = wordsOf(text);
    if (said !== '') parts.push(said);
  }
  return ` ${parts.join(' | ')} `;
}

/** The words of a text, plain, with one blank between them. */
const wordsOf = (text: string): string =>
  toPlain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A rule made ready for many texts. Words of nothing but signs match nothing. */
export function toMatcher({ any, none, words }: RuleWords): (searchable: string) => boolean {
  const toParts = (given: readonly string[]): string[] =>
    given.flatMap((phrase) => {
      const said = wordsOf(phrase);
      if (said === '') return [];
      return words === 'whole' ? ` ${said} ` : words === 'beginning' ? ` ${said}` : said;
    });
  const [wanted, unwanted] = [toParts(any), toParts(none)];
  return (searchable) => wanted.some((part) => searchable.includes(part)) && !unwanted.some((part) => searchable.includes(part));
}
