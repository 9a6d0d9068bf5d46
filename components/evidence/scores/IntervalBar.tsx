import { boundsOf, type Figure } from '@/lib/evidence/figures/figure';

const width = 160;
const inset = 6;

/** A score and its interval on the whole range that is possible. Decoration beside the numbers. */
export function IntervalBar({ figure }: { figure: Figure }) {
  if (figure.standing === 'tooFew') return null;
  const { lowest, highest } = boundsOf(figure);
  const xOf = (value: number): number => inset + ((value - lowest) / (highest - lowest)) * (width - 2 * inset);
  const { score, interval } = figure;
  const middle = xOf((lowest + highest) / 2);
  return (
    <svg width={width} height="20" aria-hidden="true" className="shrink-0">
      <path d={`M${inset} 10H${width - inset}M${middle} 6v8`} className="stroke-line" strokeWidth="1.5" />
      <path
        d={`M${xOf(interval.lower)} 10H${xOf(interval.upper)}M${xOf(interval.lower)} 5v10M${xOf(interval.upper)} 5v10`}
        className="stroke-evidence"
        strokeWidth="2"
      />
      <circle
        cx={xOf(score)}
        cy="10"
        r="4.5"
        strokeWidth="2"
        className={figure.standing === 'firm' ? 'fill-evidence stroke-evidence' : 'fill-surface stroke-evidence'}
      />
    </svg>
  );
}
