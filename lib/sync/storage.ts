import type { ActivityChange } from '@/lib/data/activity';
import type { LoggedUpdate, StoredDocument } from '@/lib/data/documentLog';
import type { AppendEntry, AppendResult } from '@/lib/data/documents';
import type { MapKind, MapProjection } from '@/lib/data/maps';

/** What the rooms need of a storage. Each call is committed when its promise resolves. */
export type SyncStorage = {
  /** Null for an unknown or deleted map. */
  load(mapId: string): Promise<StoredDocument | null>;
  /** Who wrote first under each Yjs client id of a map. Empty for an unknown one. */
  listAuthors(mapId: string): Promise<ReadonlyMap<number, string>>;
  /** Appends to the logs of several maps in one transaction. */
  append(batch: readonly AppendEntry[]): Promise<AppendResult[]>;
  /** Updates with `seq` larger than the given one, in order. */
  listSince(mapId: string, seq: number): Promise<LoggedUpdate[]>;
  /** Replaces everything up to and including `seq` by the merged state. */
  compact(mapId: string, seq: number, state: Uint8Array): Promise<void>;
  /** Stores that the document has been brought to a newer form. */
  raiseSchemaVersion(mapId: string, version: number): Promise<void>;
  /** Stores what the list of maps shows. Returns the workspace whose list looks different now, which may have changed; null when none does. */
  project(mapId: string, projection: MapProjection & { kind: MapKind }): Promise<string | null>;
  /** Stores which of the map's files cards show now. */
  noteFiles(mapId: string, used: readonly string[]): Promise<void>;
  recordActivity(mapId: string, changes: readonly ActivityChange[]): Promise<void>;
};
