export const verbatimPersonalKinds = ['email', 'phone', 'iban', 'card'] as const;
export type VerbatimPersonalKind = (typeof verbatimPersonalKinds)[number];

/** Personal data in a text, from `start` up to `end` (exclusive). */
export type PersonalFinding = { kind: VerbatimPersonalKind; start: number; end: number };
