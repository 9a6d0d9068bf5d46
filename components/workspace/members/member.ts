import type { Role } from '@/lib/access/actor';

/** Somebody in a workspace, as the list shows them. `joinedAt` is ISO 8601. */
export type Member = { userId: string; name: string; email: string; role: Role; joinedAt: string };

/** An invitation that waits. `expiresAt` is ISO 8601. */
export type PendingInvitation = { id: string; email: string; role: Role; expiresAt: string };
