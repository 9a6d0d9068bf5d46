import type { Interval } from './interval';

/** A score that may be shown; `interval` holds it with a confidence of 95 %. Neither is rounded: whoever shows them does that. */
export type KnownScore = { standing: 'tentative' | 'firm'; score: number; interval: Interval };

/** Below the limit of answers there is no score, so that none can be shown. */
export type Score = { standing: 'tooFew' } | KnownScore;
