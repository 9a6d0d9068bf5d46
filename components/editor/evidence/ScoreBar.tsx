import { boundsOf, type Figure } from '@/lib/evidence/figures/figure';

/** An interval narrower than this could not be seen. Percent of the scale. */
const leastWidth = 1.5;

/** A score and its interval on all of its scale, as on the map. Decoration beside the numbers; nothing where there is no score. */
export function ScoreBar({ figure }: { figure: Figure }) {
  if (figure.standing === 'tooFew') return null;
  const { lowest, highest } = boundsOf(figure);
  const at = (value: number): number => ((value - lowest) / (highest - lowest)) * 100;
  const width = Math.max(leastWidth, at(figure.interval.upper) - at(figure.interval.lower));
  return (
    <span aria-hidden="true" className="relative mt-1 block h-1 rounded-full bg-evidence-line">
      <span
        className="absolute inset-y-0 rounded-full bg-evidence"
        style={{ left: `${Math.min(at(figure.interval.lower), 100 - width)}%`, width: `${width}%` }}
      />
      <span className="absolute -inset-y-0.5 w-[1.5px] bg-ink" style={{ left: `min(${at(figure.score)}%, 100% - 1.5px)` }} />
    </span>
  );
}
