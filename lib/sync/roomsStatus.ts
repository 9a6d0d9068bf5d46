/** What is in memory and not on disk yet. */
export type Unsaved = {
  updates: number;
  bytes: number;
  /** Maps of which the last attempt to save something failed. */
  failingMaps: number;
};

/** How the rooms are, for whoever watches the process. */
export type RoomsStatus = {
  /** Maps in memory. */
  rooms: number;
  connections: { role: string; kind: string; count: number }[];
  unsaved: Unsaved;
};
