import type { IncomingHttpHeaders } from 'node:http';
import type { Actor, Role } from '@/lib/access/actor';
import type { PresenceUser } from '@/lib/document/presence';

/** Who a connection belongs to and what it may do, as judged at the upgrade, or later again. */
export type Admission = {
  actor: Actor;
  /** As the log and the activity list name the actor. */
  actorId: string;
  role: Role;
  mayWrite: boolean;
  workspaceId: string;
  /** What others see of this person. The server puts it into every presence message of the connection. */
  identity: PresenceUser;
  /** The department that a guest chose; its name stands on the map. */
  departmentId: string | null;
};

/** `forbidden`: the map is there and this person may not see it; at the upgrade it is answered like `notFound`. */
export type Refusal = 'unauthenticated' | 'forbidden' | 'notFound';

export type Judgement = { admitted: Admission } | { refused: Refusal };

/** What of an upgrade request says who asks. Kept as long as the connection, which is judged again when access changes. */
export type Credentials = { headers: IncomingHttpHeaders };

/** Judges a request for a map. May throw when it cannot tell (a database that fails): the client is then asked to try again. */
export type Authorise = (request: Credentials, mapId: string) => Promise<Judgement>;
