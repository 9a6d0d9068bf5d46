import { usualLimits } from '../readingLimits';
import { Refusal } from '../readingProblem';
import { type DelimitedForm, delimiters } from './delimitedForm';
import { DelimitedReader } from './delimitedReader';

/** A first line by which spreadsheets are told the delimiter. */
const declaration = /^sep=([^\r\n"'\w])\r?\n/i;

export type GuessedForm = DelimitedForm & {
  /** The first line only names the delimiter. */
  declared: boolean;
};

/** Guesses delimiter and quote from the beginning of a text; `isWhole` says that it is all of it. */
export function guessDelimitedForm(sample: string, isWhole: boolean): GuessedForm {
  const declared = declaration.exec(sample)?.[1];
  const quote = guessQuote(sample);
  if (declared !== undefined) return { delimiter: declared, quote, declared: true };
  const openings = delimiters.map((delimiter) => countOpenings(sample, delimiter, quote));
  const most = Math.max(...openings);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const [index, delimiter] of delimiters.entries()) {
    // Commas between words may be as regular as a delimiter, but quotes open behind delimiters.
    const opened = (1 + (openings[index] ?? 0)) / (1 + most);
    const score = opened * scoreOf(sample, { delimiter, quote }, isWhole);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, quote, declared: false };
}

/** How often a quote stands behind a delimiter. */
const countOpenings = (sample: string, delimiter: string, quote: string): number => sample.split(delimiter + quote).length - 1;

/** Single quotes only where cells stand in them on both sides and no double ones do: a leading apostrophe is a spreadsheet's text mark. */
function guessQuote(sample: string): '"' | "'" {
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  if (count(/(?:^|[,;\t|\r\n])"/g) > 0) return '"';
  return count(/(?:^|[,;\t|\r\n])'[^'\r\n]*'(?=[,;\t|\r\n]|$)/g) >= 3 ? "'" : '"';
}

/** How well a text falls into columns: most rows have the same number of cells, more than one, and no quotes in wrong places. */
function scoreOf(sample: string, form: DelimitedForm, isWhole: boolean): number {
  const reader = new DelimitedReader(form, usualLimits);
  let widths: number[];
  try {
    const rows = reader.push(sample);
    widths = (isWhole || rows.length === 0 ? rows.concat(reader.end()) : rows).map(({ cells }) => cells.length);
  } catch (cause) {
    if (cause instanceof Refusal) return 0;
    throw cause;
  }
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, rows] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0]);
  if (width < 2) return 0;
  const regular = rows / widths.length;
  const clean = 1 - reader.strayQuotes.count / widths.length;
  return regular ** 2 * clean * Math.log2(1 + width);
}
