import { startDecoding } from '../encoding/decodeText';
import type { FileSource } from '../fileSource';
import { Refusal } from '../readingProblem';
import { type InflationBudget, inflateEntry } from './inflateEntry';
import { type XmlListener, XmlScanner } from './xmlScanner';
import type { ZipEntry } from './zipDirectory';

/** An archive that is being read. */
export type OpenArchive = { source: FileSource; entries: ReadonlyMap<string, ZipEntry>; budget: InflationBudget };

/** Scans one XML part of a spreadsheet; gives control back after each piece of it, so that what was found can be taken. */
export async function* scanPart(
  archive: OpenArchive,
  path: string,
  listener: XmlListener,
): AsyncGenerator<void, void, undefined> {
  const entry = archive.entries.get(path);
  if (entry === undefined) throw new Refusal('file.damaged');
  const scanner = new XmlScanner(listener);
  let decoding: ReturnType<typeof startDecoding> | null = null;
  for await (const chunk of inflateEntry(archive.source, entry, archive.budget)) {
    // XML without a mark is UTF-8; the only other encoding that spreadsheets may have is UTF-16, with one.
    decoding ??= startDecoding({ name: encodingOf(chunk), invalidBytes: 'reject' });
    scanner.push(decoding.push(chunk));
    yield;
  }
  if (decoding) scanner.push(decoding.end());
  scanner.end();
}

const encodingOf = ([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/** Scans one part to its end. */
export async function scanWholePart(archive: OpenArchive, path: string, listener: XmlListener): Promise<void> {
  for await (const _ of scanPart(archive, path, listener));
}
