import { isCardColour } from '@/lib/map/layout/palette';

/** A colour of the map's palette as CSS; the variables stand in app/palette.css and follow the scheme. */
export function mapColour(name: string): string {
  if (isCardColour(name)) return `var(--card-${name})`;
  return `var(--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`;
}

/** The hairline around a card of a colour; none around tints that are no card colours. */
export function cardBorder(name: string): string {
  return isCardColour(name) ? `var(--card-${name}-line)` : 'transparent';
}
