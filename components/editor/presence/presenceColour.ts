import { presenceColours } from '@/lib/map/layout/palette';

/** A person's colour in the present scheme, as a CSS value. `index` is checked: it came from another browser. */
export function presenceColour(index: number): string {
  const safe = Number.isInteger(index) && index >= 0 ? index % presenceColours.length : 0;
  return `var(--presence-${safe + 1})`;
}

/** The colour of letters on it. */
export const onPresenceColour = 'var(--ink-inverse)';
