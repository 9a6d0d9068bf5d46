import type { Role } from '@/lib/access/actor';

/** Somebody in a workspace, as the list shows them. `joinedAt` is ISO 8601; `atCompany`: it is the company's sign-in that opens the account. */
export type Member = { userId: string; name: string; email: string; role: Role; joinedAt: string; atCompany: boolean };

/** An invitation that waits. `expiresAt` is ISO 8601. */
export type PendingInvitation = { id: string; email: string; role: Role; expiresAt: string };
