import { guessDelimitedForm } from './delimited/guessDelimitedForm';
import { startDecoding } from './encoding/decodeText';
import { detectEncoding } from './encoding/detectEncoding';
import type { TextEncoding } from './encoding/encodingName';
import type { FileForm } from './fileForm';
import { type FileSource, readChunks } from './fileSource';
import type { InspectionChoices } from './inspection';
import { guessJsonForm } from './json/guessJsonForm';
import type { ReadingLimits } from './readingLimits';
import { type ReadingProblem, Refusal, type RemarkKey } from './readingProblem';
import { findFilledSheet } from './spreadsheet/findFilledSheet';
import { sniffSpreadsheet } from './spreadsheet/sniffSpreadsheet';
import { openWorkbook } from './spreadsheet/workbook';

/** How a file can be taken apart, and what there is to say of it. `declared`: its first row only names the delimiter. */
export type InspectedForm = { form: FileForm; declared: boolean; sheets: string[]; remarks: ReadingProblem<RemarkKey>[] };

/** As much of a text file as its form is guessed from. */
const sampleBytes = 512 * 1024;

/** Finds out how a file can be taken apart; what a person has chosen counts. */
export async function inspectForm(source: FileSource, choices: InspectionChoices, limits: ReadingLimits): Promise<InspectedForm> {
  if (source.size === 0) throw new Refusal('file.empty');
  const kind = await sniffSpreadsheet(source);
  if (kind === 'spreadsheet') return inspectSpreadsheet(source, choices.sheet, limits);
  if (kind !== null) throw new Refusal(kind);
  const { encoding, remarks } = await inspectEncoding(source, choices.encoding);
  const { text, isWhole } = await readSample(source, encoding);
  if (text.trim() === '') throw new Refusal('file.empty');
  // Who chooses a delimiter says that it is a table.
  const json = choices.json ?? (choices.delimiter === undefined ? guessJsonForm(text) : null);
  if (json) return { form: { kind: 'json', encoding, ...json }, declared: false, sheets: [], remarks };
  const guessed = guessDelimitedForm(text, isWhole);
  const { delimiter = guessed.delimiter, quote = guessed.quote } = choices;
  return {
    form: { kind: 'delimited', encoding, delimiter, quote },
    declared: guessed.declared,
    sheets: [],
    remarks,
  };
}

async function inspectSpreadsheet(source: FileSource, chosen: string | undefined, limits: ReadingLimits): Promise<InspectedForm> {
  const workbook = await openWorkbook(source, limits.maxInflatedBytes);
  const sheets = workbook.sheets.map(({ name }) => name);
  const sheet = chosen ?? (await findFilledSheet(workbook));
  return {
    form: { kind: 'spreadsheet', sheet },
    declared: false,
    sheets,
    remarks: sheets.length > 1 ? [{ key: 'sheets.several', values: { count: sheets.length, sheet } }] : [],
  };
}

async function inspectEncoding(
  source: FileSource,
  chosen: TextEncoding | undefined,
): Promise<{ encoding: TextEncoding; remarks: ReadingProblem<RemarkKey>[] }> {
  const detected = await detectEncoding(source);
  const encoding = chosen ?? detected.encoding;
  const remarks: ReadingProblem<RemarkKey>[] = [];
  if (chosen !== undefined || detected.mayBreak) remarks.push(...(await findBroken(source, encoding)));
  if (detected.damagedBefore > 0 && encoding.name === 'utf-8') {
    remarks.push({ key: 'encoding.damagedBefore', values: { count: detected.damagedBefore } });
  }
  return { encoding, remarks };
}

/** Decodes all of a file to find what is no text in its encoding. */
async function findBroken(source: FileSource, encoding: TextEncoding): Promise<ReadingProblem<RemarkKey>[]> {
  const decoding = startDecoding(encoding);
  for await (const chunk of readChunks(source)) decoding.push(chunk);
  decoding.end();
  const [first] = decoding.broken.places;
  if (first === undefined) return [];
  const key = encoding.name === 'utf-8' ? 'encoding.mixed' : 'encoding.undecodable';
  return [{ key, line: first.line, values: { count: decoding.broken.count, byte: first.byte } }];
}

async function readSample(source: FileSource, encoding: TextEncoding): Promise<{ text: string; isWhole: boolean }> {
  const decoding = startDecoding(encoding);
  let text = '';
  for await (const chunk of readChunks(source, undefined, 0, Math.min(source.size, sampleBytes))) text += decoding.push(chunk);
  const isWhole = source.size <= sampleBytes;
  return { text: isWhole ? text + decoding.end() : text, isWhole };
}
