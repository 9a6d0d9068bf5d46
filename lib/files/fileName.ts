import { maxFileNameLength } from '@/lib/map/attachment';

// Marks that turn the direction of writing make `exe.gpj` of what ends in .exe.
const hidden = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The name of a file as it is shown and saved: the last part of a path, without characters that cannot be seen. A file without a name has the
 * name given as `fallback`. The ending is kept when a long name is cut.
 */
export function toStoredName(given: string, fallback: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = last
    .replace(hidden, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return fallback;
  if (name.length <= maxFileNameLength) return name;
  const ending = /\.[0-9A-Za-z]{1,10}$/.exec(name)?.[0] ?? '';
  return name.slice(0, maxFileNameLength - ending.length).replace(/[\ud800-\udbff]$/, '') + ending;
}

/** How a name ends, in lower case and without the dot; empty without an ending. */
export function endingOf(name: string): string {
  return /\.([0-9A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
