import type { FutureFacts } from './futureRequests';

/** What is not to be taken over, as it was when that was decided, by key. */
export const leftOf = (left: FutureFacts['left'] | undefined): ReadonlyMap<string, string> =>
  new Map(left?.map(({ key, fingerprint }) => [key, fingerprint]));
