import type { FileSource } from '../fileSource';
import { Refusal } from '../readingProblem';

/** A file in a ZIP archive: where it is, and what the archive says of it. Its size once inflated is only a claim. */
export type ZipEntry = { name: string; method: number; isEncrypted: boolean; start: number; size: number; inflatedSize: number };

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;

/** A spreadsheet has some dozens of files in it. */
const mostEntries = 10_000;
const longestDirectory = 8_000_000;

/** Reads the list of the files in a ZIP archive, which stands at its end (APPNOTE 4.3, with its 64-bit form). */
export async function readZipDirectory(source: FileSource): Promise<Map<string, ZipEntry>> {
  const { start, length, count } = await findDirectory(source);
  if (count > mostEntries || length > longestDirectory || start + length > source.size) throw new Refusal('file.damaged');
  const bytes = await source.read(start, start + length);
  const view = viewOf(bytes);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0, index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) throw new Refusal('file.damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new Refusal('file.damaged');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const sizes = readSizes(view, at, at + 46 + nameLength, extraLength);
    entries.set(name.replace(/^\/+/, '').replaceAll('\\', '/'), {
      name,
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      ...sizes,
    });
    at = next;
  }
  return entries;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

type Directory = { start: number; length: number; count: number };

async function findDirectory(source: FileSource): Promise<Directory> {
  // Behind the end record there may be a comment of up to 64 KB.
  const tailStart = Math.max(0, source.size - 22 - 65_535);
  const view = viewOf(await source.read(tailStart, source.size));
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const directory = {
      count: view.getUint16(at + 10, true),
      length: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
    const isLarge = directory.count === 0xffff || directory.length === 0xffffffff || directory.start === 0xffffffff;
    return isLarge ? findDirectory64(source, view, at - 20) : directory;
  }
  throw new Refusal('file.damaged');
}

async function findDirectory64(source: FileSource, tail: DataView, locator: number): Promise<Directory> {
  if (locator < 0 || tail.getUint32(locator, true) !== locator64Signature) throw new Refusal('file.damaged');
  const start = Number(tail.getBigUint64(locator + 8, true));
  if (start + 56 > source.size) throw new Refusal('file.damaged');
  const view = viewOf(await source.read(start, start + 56));
  if (view.byteLength < 56 || view.getUint32(0, true) !== end64Signature) throw new Refusal('file.damaged');
  return {
    count: Number(view.getBigUint64(32, true)),
    length: Number(view.getBigUint64(40, true)),
    start: Number(view.getBigUint64(48, true)),
  };
}

/** Sizes and place of an entry; those that do not fit into 32 bits stand in the extra field 1, in this order. */
function readSizes(view: DataView, at: number, extra: number, extraLength: number) {
  const values = {
    inflatedSize: view.getUint32(at + 24, true),
    size: view.getUint32(at + 20, true),
    start: view.getUint32(at + 42, true),
  };
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    const end = Math.min(field + 4 + view.getUint16(field + 2, true), view.byteLength);
    let place = field + 4;
    for (const key of ['inflatedSize', 'size', 'start'] as const) {
      if (values[key] !== 0xffffffff || place + 8 > end) continue;
      values[key] = Number(view.getBigUint64(place, true));
      place += 8;
    }
  }
  return values;
}
