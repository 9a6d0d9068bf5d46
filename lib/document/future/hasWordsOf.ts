import { diffWords, toWords } from '../wordDiff';

const isWord = /[\p{L}\p{N}]/u;

/** The words of a text, each between blanks, so that no word is found inside of another one. */
const plain = (text: string): string =>
  ` ${toWords(text)
    .filter((word) => isWord.test(word))
    .join(' ')} `;

function countOf(text: string, words: string): number {
  const wanted = plain(words);
  if (wanted.trim() === '') return words.trim() === '' ? 0 : text.split(words.trim()).length - 1;
  const said = plain(text);
  let count = 0;
  // The blank behind one is the blank before the next.
  for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + wanted.length - 1)) count += 1;
  return count;
}

/** Whether a text that went its own way from `common` has taken up what another one (`other`) changed in it: its new words are there, and what it dropped is not. */
export function hasWordsOf(common: string, other: string, text: string): boolean {
  return diffWords(common, other).every(({ remove, insert }) => {
    const isDropped = countOf(text, remove) <= countOf(other, remove);
    const isAdded = insert.trim() === '' || countOf(text, insert) > 0;
    return isDropped && isAdded;
  });
}
