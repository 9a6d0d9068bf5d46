/** Why the server does not take what is edited, although it answers. */
export type NotSavedReason =
  /** The server's own storage fails; it tries again. */
  | 'serverStorage'
  /** Connected, but no confirmation came for a long time. */
  | 'slow'
  /** One edit, or the whole map, is larger than the server takes. */
  | 'tooLarge'
  /** The server found our messages malformed. */
  | 'malformed'
  /** The role was changed to one that may only read, with edits still on the way. */
  | 'readOnly';

export type NoAccessReason = 'signedOut' | 'forbidden' | 'notFound';

/**
 * Where this browser's edits are. `changes` counts edits that the server has not confirmed as stored.
 * `kept`: all of them are stored in this browser, so that closing the page loses none.
 */
export type SaveState =
  /** Nothing is shown yet: neither the device nor the server has answered. */
  | { kind: 'loading' }
  | { kind: 'saved' }
  | { kind: 'saving'; changes: number }
  /** `crowded`: the server takes no more connections from here for now. It goes on trying. */
  | { kind: 'offline'; cause: 'network' | 'crowded'; changes: number; kept: boolean }
  | { kind: 'notSaved'; reason: NotSavedReason; changes: number; kept: boolean }
  | { kind: 'readOnly'; online: boolean }
  /** The map was restored or the program renewed while the page was open: load the page again. */
  | { kind: 'reloadNeeded'; changes: number; kept: boolean }
  | { kind: 'noAccess'; reason: NoAccessReason; changes: number; kept: boolean };
