import type { PinnedProcess } from './pinnedProcess';
import type { Wire } from './wire';

/** What a map has in the server's storage before the server starts. */
export type StoredMap = {
  state: Uint8Array;
  /** Edits after that, kept one by one unless `compacted`. */
  history?: readonly Uint8Array[];
  compacted?: boolean;
};

/** A server under measurement, and how to talk to it. */
export type RunningServer = {
  /** The maps' names in the order in which they were given. */
  maps: string[];
  wire: Wire;
  address: (map: string) => string;
  /** What a person's browser sends with the request; people have numbers. */
  headersOf: (person: number) => Record<string, string>;
  process: PinnedProcess;
  /** kill -9. */
  kill: () => Promise<void>;
  /** Starts it again on what it has stored, at the same address. */
  restart: () => Promise<void>;
  /** Ends it and removes its data. */
  dispose: () => Promise<void>;
};

/**
 * What has become of an edit when its author is told that it is safe: `on disk`: it is synced to disk; `written`: the operating system has
 * it, so it survives the process but no power cut; `debounced`: it is in memory and will be stored a little later; `behind`: it is in memory
 * while it is being stored.
 */
export type Durability = 'on disk' | 'written' | 'debounced' | 'behind';

/** One of those that are measured side by side. */
export type Candidate = {
  name: string;
  durability: Durability;
  start: (maps: readonly StoredMap[]) => Promise<RunningServer>;
};

/** As it stands in reports. */
export const labelOf = ({ name, durability }: Candidate): string => `${name} [${durability}]`;
