import { z } from 'zod';

/** In the order in which they are offered: who may do most comes first. */
export const joinRoles = ['editor', 'commenter', 'viewer'] as const;
export type JoinRole = (typeof joinRoles)[number];

/** A join link as the server tells it. `url` is an address that other devices can reach, where the server knows one. */
export const joinLinkSchema = z.object({
  id: z.string(),
  role: z.enum(joinRoles),
  label: z.string().default(''),
  url: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  guestCount: z.number().default(0),
});
export type JoinLink = z.infer<typeof joinLinkSchema>;

export const joinLinksSchema = z.object({ joinLinks: z.array(joinLinkSchema) });

/** How long a new link lets people in, in hours; null: until it is closed. */
export const lifetimes = { day: 24, week: 7 * 24, month: 30 * 24, open: null } as const;
export type Lifetime = keyof typeof lifetimes;

/** Whether an address leads back to the very device that opens it, so that no phone can use it. */
export function isLocalAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}
