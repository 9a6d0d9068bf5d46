/**
 * What became of a delivery to a webhook. `taken`: all its rows are settled; `partly`: some were rejected. Nothing came in, and it may come again, after the others:
 * all rows were `rejected`; `noPlan` is about its columns; it cannot be read (`unreadable`); it was not believed (`headersMissing`, `timestampOff`,
 * `signatureWrong`); a file is being read that has the same rows (`busy`); something else (`failed`).
 */
export const deliveryOutcomes = [
  ...(['taken', 'partly', 'rejected', 'noPlan', 'unreadable'] as const),
  ...(['headersMissing', 'timestampOff', 'signatureWrong', 'busy', 'failed'] as const),
] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];
