/** Why a sign-in at the company's provider did not succeed: each a sentence of the `errors` messages, shown on the sign-in page. */
export const identityReasons = [
  'identityCancelled',
  'identityDisabled',
  'identityDomain',
  'identityEmail',
  'identityFailed',
  'identitySetup',
  'identityTaken',
  'identityUnknown',
  'identityUnreachable',
  'identityWorkspace',
  'setupCodeWrong',
  'tooMany',
  'unexpected',
] as const;
export type IdentityReason = (typeof identityReasons)[number];

/** The reason in an address or in an error of next-auth; whatever is none of ours counts as "it did not work". Null for none. */
export function toIdentityReason(text: unknown): IdentityReason | null {
  if (typeof text !== 'string' || text === '') return null;
  return identityReasons.find((reason) => reason === text) ?? 'identityFailed';
}
