/** A role in a workspace, and of a join link. Strongest first. */
export const roles = ['owner', 'editor', 'commenter', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Who is asking: an account holder, or a guest whom a join link let into one map. */
export type Actor =
  | { kind: 'user'; userId: string; sessionId: string; name: string; email: string }
  | {
      kind: 'guest';
      guestId: string;
      sessionId: string;
      name: string;
      mapId: string;
      role: Exclude<Role, 'owner'>;
      departmentId: string | null;
    };

/** `user:<id>`, `guest:<id>` or `system`: how the log, the activity list and the audit log name an actor. */
export function actorIdOf(actor: Actor): string {
  return actor.kind === 'user' ? `user:${actor.userId}` : `guest:${actor.guestId}`;
}
