/** What can have happened outside the document. Clients fetch again; an event says what changed, not how it looks now. */
export const eventKinds = [
  /** The list of maps of a workspace: a map came, went, or shows another title, persona or count. */
  'maps.changed',
  /** Somebody's access: of one person (userId), one session, to one map, or of a whole workspace. */
  'access.changed',
  /** A conversation about a map (payload: threadId) began, went on, was resolved or is gone. */
  'comments.changed',
  /** Something was said to a person (userId), or they have read it (payload: readOn, the map, and threadId when it is one conversation). */
  'inbox.changed',
  /** A session ended: one (sessionId) or all of a person (userId). */
  'session.revoked',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** JSON that may be stored and told. */
export type EventPayload = Record<string, string | number | boolean | null>;

export type NewEvent = {
  kind: EventKind;
  workspaceId?: string;
  mapId?: string;
  sessionId?: string;
  userId?: string;
  payload?: EventPayload;
};

/** An event as it was told. `id` grows with time and is what `Last-Event-ID` carries. */
export type LiveEvent = Omit<NewEvent, 'payload'> & { id: string; payload: EventPayload };
