/** How long a new link is valid, in hours; null: until it is closed. */
export const lifetimes = { day: 24, week: 7 * 24, month: 30 * 24, open: null } as const;
export type Lifetime = keyof typeof lifetimes;

/** What every new link is made of. */
export type NewLink = { label: string; expiresInHours: number | null };

/** Whether an address leads back to the very device that opens it, so that no phone can use it. */
export function isLocalAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}
