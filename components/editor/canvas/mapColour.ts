import { isCardColour } from '@/lib/map/layout/palette';

/** A colour of the map's palette as CSS; the variables stand in app/palette.css and follow the scheme. */
export function mapColour(name: string): string {
  if (isCardColour(name)) return `var(--card-${name})`;
  return `var(--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`;
}

/** What lies under something that is only assumed: its colour, paler, and hatched; as `drawAssumedBox` draws it. */
export function assumedGround(name: string): string {
  const pale = `color-mix(in srgb, ${mapColour(name)} 50%, var(--paper))`;
  return `repeating-linear-gradient(-45deg, var(--hatch) 0 1px, transparent 1px 9px), ${pale}`;
}

/** The hairline around a card of a colour; none around tints that are no card colours. */
export function cardBorder(name: string): string {
  return isCardColour(name) ? `var(--card-${name}-line)` : 'transparent';
}
