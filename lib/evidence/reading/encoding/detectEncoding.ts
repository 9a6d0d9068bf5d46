import { type FileSource, readChunks } from '../fileSource';
import { Refusal } from '../readingProblem';
import { ByteTally } from './byteTally';
import { type CodePage, codePageNames, replacement, upperCharacter } from './codePages';
import type { EncodingName, TextEncoding } from './encodingName';

/** What a file's bytes say of its encoding. */
export type DetectedEncoding = {
  encoding: TextEncoding;
  /** There are, or may be, bytes that are no text in this encoding: the file was put together from two, or damaged. */
  mayBreak: boolean;
  /** How many characters some program has lost before, and replaced by U+FFFD. */
  damagedBefore: number;
};

/** Looks through all of a file for its encoding. Refuses what is no text. */
export async function detectEncoding(source: FileSource): Promise<DetectedEncoding> {
  const tally = new ByteTally();
  for await (const chunk of readChunks(source)) tally.push(chunk);
  tally.end();
  return judge(tally);
}

const found = (name: EncodingName, mayBreak: boolean, damagedBefore = 0): DetectedEncoding => ({
  encoding: { name, invalidBytes: 'reject' },
  mayBreak,
  damagedBefore,
});

function judge(tally: ByteTally): DetectedEncoding {
  const [first, second, third] = tally.start;
  if (first === 0xff && second === 0xfe) return found('utf-16le', true);
  if (first === 0xfe && second === 0xff) return found('utf-16be', true);
  if (tally.zeros.even + tally.zeros.odd > 0) return found(judgeZeros(tally), true);
  const damaged = tally.replacementCharacters;
  if (tally.utf8Invalid === 0) return found('utf-8', false, damaged);
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  // In a file of one-byte characters, those from 0x80 on hardly ever follow each other as they do in UTF-8.
  if (marked || tally.utf8Characters > 0.1 * (tally.utf8Characters + tally.utf8Invalid)) return found('utf-8', true, damaged);
  return judgeCodePages(tally);
}

/** Text in UTF-16 without a mark: in Western languages every other byte is zero. Other files with zeros are no text. */
function judgeZeros({ size, zeros }: ByteTally): EncodingName {
  const pairs = size / 2;
  if (zeros.odd > 0.3 * pairs && zeros.even < 0.05 * pairs) return 'utf-16le';
  if (zeros.even > 0.3 * pairs && zeros.odd < 0.05 * pairs) return 'utf-16be';
  throw new Refusal('file.notText');
}

function judgeCodePages(tally: ByteTally): DetectedEncoding {
  const counts = Array.from({ length: 128 }, (_, index) => (tally.inWord[index] ?? 0) + (tally.elsewhere[index] ?? 0));
  // Below 0xA0 nothing: the file is the same in Windows-1252, and the smaller promise is ISO-8859-1.
  const western: CodePage = counts.slice(0, 32).every((count) => count === 0) ? 'iso-8859-1' : 'windows-1252';
  const candidates = codePageNames.filter((name) => name !== 'iso-8859-1' && name !== 'windows-1252');
  let best: { name: CodePage; likelihood: number } = { name: western, likelihood: likelihoodOf(western, tally) };
  for (const name of candidates) {
    const likelihood = likelihoodOf(name, tally);
    if (likelihood > best.likelihood) best = { name, likelihood };
  }
  const undefinedBytes = counts.some((count, index) => count > 0 && upperCharacter(best.name, index + 0x80) === replacement);
  return found(best.name, undefinedBytes);
}

const commonLetters = new Set('äöüßÄÖÜéèêëàâçñóíúáôûîïœæøåÉÀÇÑØÅÆ');
const commonSigns = new Set('„“”‚‘’–—…€§°´«»½•·™®©±²³£\u00a0');

/** How well the characters from 0x80 on fit into the words and sentences of Western languages, were the file in this encoding. */
function likelihoodOf(page: CodePage, tally: ByteTally): number {
  let sum = 0;
  for (let index = 0; index < 128; index++) {
    const character = upperCharacter(page, index + 0x80);
    sum += (tally.inWord[index] ?? 0) * weightInWord(character) + (tally.elsewhere[index] ?? 0) * weightElsewhere(character);
  }
  return sum;
}

function weightInWord(character: string): number {
  if (character === replacement) return -10;
  if (character === '’') return 1;
  // A capital within a word is as odd as a sign: of two odd readings the Western one, by far the most frequent, is taken.
  if (!/\p{L}/u.test(character) || /\p{Lu}/u.test(character)) return -3;
  return commonLetters.has(character) ? 3 : 0;
}

function weightElsewhere(character: string): number {
  if (character === replacement) return -10;
  if (commonLetters.has(character) || commonSigns.has(character)) return 2;
  return /\p{L}/u.test(character) ? 0 : -2;
}
