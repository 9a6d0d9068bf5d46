import type { Match, SearchedText } from '@/lib/data/evidence/texts';
import { wordsIn } from './holdsWords';

/** Which of the texts that links look for are in which answers. */
export const matchTexts = (
  answers: readonly { fingerprint: string; verbatims: Readonly<Record<string, string>> }[],
  texts: readonly SearchedText[],
): Match[] =>
  answers.flatMap(({ fingerprint, verbatims }) => {
    const holds = wordsIn(verbatims);
    return texts.flatMap(({ key, words }) => (holds(words) ? [{ fingerprint, key }] : []));
  });
