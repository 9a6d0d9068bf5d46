import { z } from 'zod';
import type { NewLink } from './mapLink';

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

export const joinLinksSchema = z.object({ joinLinks: z.array(joinLinkSchema) }).transform(({ joinLinks }) => joinLinks);

/** What a new link is made of. */
export type NewJoinLink = NewLink & { role: JoinRole };
