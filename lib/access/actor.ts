/** A role in a workspace, and of a join link. Strongest first. */
export const roles = ['owner', 'editor', 'commenter', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What a personal access token allows its program: to read what its user may read, or to do all that its user may do. */
export const tokenScopes = ['read', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/**
 * Who is asking: an account holder, or a guest whom a join link let into one map. `token`: a program that acts for the account holder by a
 * personal access token; `sessionId` is the token's id then.
 */
export type Actor =
  | {
      kind: 'user';
      userId: string;
      sessionId: string;
      name: string;
      email: string;
      token?: { id: string; scope: TokenScope };
    }
  | {
      kind: 'guest';
      guestId: string;
      sessionId: string;
      name: string;
      mapId: string;
      role: Exclude<Role, 'owner'>;
      departmentId: string | null;
    };

/** Whether the actor may change anything at all: a program with a token that only reads may not, whatever its user may. */
export function canChange(actor: Actor): boolean {
  return actor.kind !== 'user' || actor.token?.scope !== 'read';
}

/** `user:<id>`, `guest:<id>` or `system`: how the log, the activity list and the audit log name an actor. */
export function actorIdOf(actor: Actor): string {
  return actor.kind === 'user' ? `user:${actor.userId}` : `guest:${actor.guestId}`;
}
