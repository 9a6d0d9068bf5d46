import { idSchema } from '@/lib/map/id';

/**
 * The id that stands for an id of a file. Our own are kept. Other programs number their records or name them (`Schritt 1`): the same name always
 * becomes the same id, so that references still find what they mean. Null when there is none.
 */
export function toRecordId(given: unknown): string | null {
  if (typeof given !== 'string' && typeof given !== 'number') return null;
  const name = String(given).trim();
  if (idSchema.safeParse(name).success) return name;
  if (name === '') return null;
  const readable = name.replace(/[^0-9A-Za-z_-]+/g, '-').slice(0, 40);
  return `${readable}-${hash(name)}`;
}

/** Two names that differ only in what was replaced have to stay apart: 53 bits of the whole name (cyrb53, as widely published). */
function hash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (2 ** 32 * (2_097_151 & low) + (high >>> 0)).toString(36);
}

/** An id that is free: the wanted one, or with a number behind it that makes it so. */
export function freeId(wanted: string, taken: { has(id: string): boolean; size: number }): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.slice(0, 56);
  // Beginning beyond their number: with a thousand equal ids, a search from the start would look at a million.
  for (let count = taken.size + 1; ; count++) if (!taken.has(`${stem}-${count}`)) return `${stem}-${count}`;
}
