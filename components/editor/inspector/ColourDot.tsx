import { isCardColour } from '@/lib/map/layout/palette';

/** The colour of a department beside its name. */
export function ColourDot({ colour }: { colour: string }) {
  const name = isCardColour(colour) ? colour : 'plain';
  return (
    <span
      aria-hidden="true"
      className="inline-block size-3.5 shrink-0 rounded-full border border-line-strong"
      style={{ background: `var(--card-${name})` }}
    />
  );
}
