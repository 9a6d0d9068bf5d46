import { readDays } from './retention';

export const longestName = 100;

/** A name as it is kept: on one line, without blanks around it. */
export const toName = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The days that the form's field says; null: for good. `wrong`: none that could be meant. */
export const toRetention = (text: string): number | null | 'wrong' => (text === 'forever' ? null : (readDays(text) ?? 'wrong'));
