/** Kinds of sources of what customers said. */
export const sourceKinds = ['survey', 'reviews', 'tickets', 'complaints', 'interviews', 'observations'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** When a survey asks: about the relationship as a whole, or about one thing that has just happened. */
export const surveyBases = ['relationship', 'transactional'] as const;
export type SurveyBasis = (typeof surveyBases)[number];

/** Kinds of sources whose answers people type in by hand. */
export const isTypedIn = (kind: SourceKind): boolean => kind === 'interviews' || kind === 'observations';
