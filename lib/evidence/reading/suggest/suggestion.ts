import type { Doubt, Role } from '../columns';

/** A role for a column, and what of it is a guess that a person should look at. */
export type Suggestion = { role: Role; doubts: Doubt[] };

/** What is known of the whole file when a column's role is guessed. */
export type SuggestionContext = {
  decimal: 'point' | 'comma';
  /** Dates that can be read both ways have the month first. */
  prefersMonth: boolean;
};

export const surely = (role: Role): Suggestion => ({ role, doubts: [] });
export const ignoredColumn: Suggestion = surely({ kind: 'ignore' });
