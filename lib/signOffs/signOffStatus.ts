/**
 * What became of a version that was put up for sign-off.
 *
 * - `open`: signatures are wanted.
 * - `signed`: everybody who was asked has signed; the version is a baseline.
 * - `withdrawn`: it came to nothing: taken back, replaced by a newer one, or its version was deleted.
 */
export const signOffStatuses = ['open', 'signed', 'withdrawn'] as const;
export type SignOffStatus = (typeof signOffStatuses)[number];

export const toSignOffStatus = (text: string): SignOffStatus => signOffStatuses.find((status) => status === text) ?? 'withdrawn';

/** What somebody who was asked has decided so far. */
export const decisions = ['pending', 'signed', 'objected'] as const;
export type Decision = (typeof decisions)[number];

export const toDecision = (text: string): Decision => decisions.find((decision) => decision === text) ?? 'pending';
