import type * as Y from 'yjs';
import type { CardKind } from '@/lib/map/card';
import { localOrigin } from '../schema';
import { addCards, type CardPlace } from './cards';

/** Most cards that one paste makes; the rest of the text stays with the person who pastes. */
export const maxPastedCards = 500;

// "- ", "* ", "• ", "– ", "1. ", "2) ", "[ ] ", "☐ " at the beginning of a line of a list.
const bullet = /^(?:[-*+•·‣▪◦–—☐☑✓]|\[[ xX]?\]|\(?\d{1,3}[.)])\s+/;

/** The lines of a plain list, all of them: without bullets, numbers and empty lines. */
export function toListItems(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim());
  return lines.map((line) => line.replace(bullet, '').replace(bullet, '').trim()).filter((line) => line !== '');
}

/** Makes a card of each of the first `maxPastedCards` lines of a text. Returns their ids; empty when the text says nothing or there is no such place. */
export function pasteCards(
  doc: Y.Doc,
  input: { text: string; at: CardPlace; kind?: CardKind },
  origin: unknown = localOrigin,
): string[] {
  const kind = input.kind ?? 'note';
  const cards = toListItems(input.text)
    .slice(0, maxPastedCards)
    .map((text) => ({ text, kind }));
  return cards.length === 0 ? [] : (addCards(doc, { at: input.at, cards }, origin) ?? []);
}
