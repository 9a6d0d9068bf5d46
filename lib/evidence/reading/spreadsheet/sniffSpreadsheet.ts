import type { FileSource } from '../fileSource';

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

const archive = [0x50, 0x4b, 0x03, 0x04];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The name under which Office keeps a file that is locked with a password, as the list of a compound file has it (UTF-16). */
const encryptedPackage = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');

/**
 * Whether a file is a spreadsheet, by its first bytes: one that can be read, or why it cannot: Excel's form before 2007, or one locked with
 * a password. Null when it is something else.
 */
export async function sniffSpreadsheet(
  source: FileSource,
): Promise<'spreadsheet' | 'file.oldSpreadsheet' | 'file.encrypted' | null> {
  const bytes = await source.read(0, Math.min(source.size, 64 * 1024));
  if (startsWith(bytes, archive)) return 'spreadsheet';
  if (!startsWith(bytes, compoundFile)) return null;
  const tail = await source.read(Math.max(0, source.size - 64 * 1024), source.size);
  const text = [bytes, tail].map((part) => Array.from(part, (byte) => String.fromCharCode(byte)).join('')).join();
  return text.includes(encryptedPackage) ? 'file.encrypted' : 'file.oldSpreadsheet';
}
