import * as Y from 'yjs';
import { maxTextLength } from '@/lib/map/text';

// U+0000 and halves of surrogate pairs are no text: PostgreSQL refuses both, in text and in JSON.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control character is what is looked for
const notText = /\u0000|\p{Surrogate}/gu;

const deepest = 8;

/** Text as it may be stored in a text field: line ends as `\n`, at most 20,000 code units, no half characters. */
export function toInputText(text: string, longest = maxTextLength): string {
  return toCleanText(toCleanText(text).replace(/\r\n?/g, '\n').slice(0, longest));
}

/** Text without what no database and no font can hold. */
export function toCleanText(text: string): string {
  return text.replace(notText, '');
}

/**
 * What a Yjs value says, as plain JSON data: Y.Text as a string, Y.Map as an object. Never throws; what has no place in JSON
 * (bytes, other shared types, anything nested deeper than 8 levels) is undefined.
 */
export function toPlainValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return toCleanText(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Y.Text) return toCleanText(value.toString());
  if (depth >= deepest || typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return value.map((item) => toPlainValue(item, depth + 1) ?? null);
  const entries = value instanceof Y.Map ? value.entries() : plainEntries(value);
  if (!entries) return undefined;
  const plain: Record<string, unknown> = {};
  for (const [key, item] of entries) {
    const inner = toPlainValue(item, depth + 1);
    if (inner !== undefined && key !== '__proto__') plain[key] = inner;
  }
  return plain;
}

function plainEntries(value: object): [string, unknown][] | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? Object.entries(value) : null;
}
