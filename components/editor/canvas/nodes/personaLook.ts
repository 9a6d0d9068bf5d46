/** How a persona's line looks: the main one strong and solid, the others thinner, told apart by their dashes as well as by colour. */
export function personaLook(index: number): { ink: string; width: number; dash: string | undefined } {
  if (index === 0) return { ink: 'var(--map-ink)', width: 2.5, dash: undefined };
  const dashes = ['2 5', '8 5', '12 4 2 4'];
  const inks = ['var(--map-positive)', 'var(--map-negative)', 'var(--map-inkMuted)'];
  const at = (index - 1) % dashes.length;
  return { ink: inks[at] ?? 'var(--map-inkMuted)', width: 2, dash: dashes[at] };
}
