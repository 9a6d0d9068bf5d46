/** How two states are shown: as one map, or one beside the other. */
export const compareModes = ['overlaid', 'beside'] as const;
export type CompareMode = (typeof compareModes)[number];
