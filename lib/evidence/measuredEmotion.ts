import { maxEmotion, minEmotion } from '@/lib/map/emotion';
import { type AnswerLimits, standingOf, usualLimits } from './figures/answerLimits';
import { adjustedWald } from './figures/interval';
import { type Counted, sampleOf } from './figures/sample';
import type { Score } from './figures/score';
import { type NpsGroup, npsGroupOf } from './npsGroup';
import type { ScoreCounts } from './scoreCounts';
import { goodness, listScores, type ScoreScale } from './scoreScale';

const emotionOfGroup = { promoter: maxEmotion, passive: 0, detractor: minEmotion } as const satisfies Record<NpsGroup, number>;

/**
 * The emotion −2 … +2 that an answer stands for. The worst answer of a scale is −2, the middle 0, the best one +2, those between lie evenly; on 1–5 that is
 * the score less 3, as in Mermaid. An NPS knows only its three groups, so that the emotion of a step has the same sign as the score beside it.
 */
export function emotionOf(scale: ScoreScale, score: number): number {
  if (scale.metric === 'nps') return emotionOfGroup[npsGroupOf(score)];
  return minEmotion + (maxEmotion - minEmotion) * goodness(scale, score);
}

/** What was answered on one scale. */
export type ScaledCounts = { scale: ScoreScale; counts: ScoreCounts };

/** What customers feel at a step, and how many answers say so. */
export type MeasuredEmotion = { n: number } & Score;

/** The mean emotion of all answers about a step, whatever they were asked: each counts once. */
export function measureEmotion(parts: readonly ScaledCounts[], limits: AnswerLimits = usualLimits): MeasuredEmotion {
  const emotions = parts.flatMap(({ scale, counts }) =>
    listScores(scale).map((score): Counted => [emotionOf(scale, score), counts.get(score) ?? 0]),
  );
  const sample = sampleOf(emotions);
  const { n, mean } = sample;
  const standing = standingOf(n, limits);
  if (standing === 'tooFew') return { n, standing };
  return { n, standing, score: mean, interval: adjustedWald(sample, { lowest: minEmotion, highest: maxEmotion }) };
}
