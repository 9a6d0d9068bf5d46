import type { Figure } from '@/lib/evidence/figures/figure';
import { contributionOf } from '@/lib/evidence/scoreMethod';

/** What answers count as: for the score, against it, or neither. */
export type Tone = 'good' | 'bad' | 'neutral' | 'plain';

/** Answers from one number to another one, and how many there are of them. */
export type BarOfAnswers = { from: number; to: number; count: number; share: number; tone: Tone };

/** More bars than these are put together: a scale to 100 has a hundred and one. */
const mostBars = 21;

function toneOf(figure: Figure, score: number): Tone {
  if (figure.method.kind !== 'nps' && figure.method.kind !== 'share') return 'plain';
  const contribution = contributionOf(figure, score);
  return contribution > 0 ? 'good' : contribution < 0 ? 'bad' : 'neutral';
}

/** How often each answer was given, the best answers first; on long scales in steps of ten or so. */
export function toBars(figure: Figure): BarOfAnswers[] {
  const { distribution, n, scale } = figure;
  const width = distribution.length > mostBars ? Math.ceil(distribution.length / 11) : 1;
  const bars: BarOfAnswers[] = [];
  for (let place = 0; place < distribution.length; place += width) {
    const part = distribution.slice(place, place + width);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) continue;
    const count = part.reduce((sum, bar) => sum + bar.count, 0);
    const [one, other] = [toneOf(figure, first.score), toneOf(figure, last.score)];
    bars.push({ from: first.score, to: last.score, count, share: n === 0 ? 0 : count / n, tone: one === other ? one : 'plain' });
  }
  return scale.direction === 'highIsGood' ? bars.reverse() : bars;
}
