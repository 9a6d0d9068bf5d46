/** Edits of an earlier epoch of a map that the server never confirmed. Never merged, never thrown away unasked. */
export type RecoveredCopy = {
  /** Name of the database in this browser. */
  name: string;
  epoch: number;
  changes: number;
  /** The map with those edits, as a JSON file. */
  toFile(): Promise<Blob>;
  /** Removes it from this device. */
  discard(): Promise<void>;
};
