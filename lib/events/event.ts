/** What can have happened outside the document. Clients fetch again; an event says what changed, not how it looks now. */
export const eventKinds = [
  /** The list of maps of a workspace: a map came, went, or shows another title, persona or count. */
  'maps.changed',
  /** Somebody's access: of one person (userId), one session, to one map, or of a whole workspace. */
  'access.changed',
  /** A conversation about a map (payload: threadId) began, went on, was resolved or is gone. */
  'comments.changed',
  /** The workshop on a map began, ended, or its leaders changed something. */
  'workshop.changed',
  /** A vote on the map was opened, closed or deleted, or somebody more has voted; told to one person: their own dots changed. Never who voted for what. */
  'votes.changed',
  /** A version of the map (payload: number) was kept or deleted, or age took some away. */
  'versions.changed',
  /** A version of the map was put up for sign-off, somebody decided, or that is over (payload: signOffId). */
  'signOff.changed',
  /** What is decided about changes of the current state, on the map of a future state; or a future state was derived from this map. */
  'future.changed',
  /** A source of evidence (payload: sourceId; null: the categories of all of them) came, changed or went, one of its files (importId) did, or its figures may have changed. */
  'evidence.changed',
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
