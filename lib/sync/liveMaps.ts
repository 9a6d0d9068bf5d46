import type * as Y from 'yjs';
import type { TakenNotes } from '@/lib/document/future/takenNotes';
import type { ReadIssue } from '@/lib/document/readMap';
import type { JourneyMap } from '@/lib/map/journeyMap';

/** What the rest of the product may ask of the rooms: reading and writing maps that people may be editing right now. */
export type LiveMaps = {
  /** The map as it stands, everything that was received included; `taken`: what a future state has taken over. Throws `notFound`. */
  read(mapId: string): Promise<{ map: JourneyMap; issues: ReadIssue[]; taken: TakenNotes; seq: number; state: Uint8Array }>;
  /** The map's document as it stands, as the updates (V1) that make it: everything up to `seq`, and what was received since. Throws `notFound`. */
  readUpdates(mapId: string): Promise<{ updates: readonly Uint8Array[]; epoch: number; seq: number }>;
  /**
   * Changes a map through the same log and fan-out as people's edits. Resolves once committed, and shown by the list of maps. `restoreId`: the restore that this is
   * (`map_restore`), noted as done in the very transaction that logs it. Throws `notFound`.
   */
  write(mapId: string, actorId: string, change: (doc: Y.Doc) => void, options?: { restoreId?: string }): Promise<{ seq: number }>;
  /** How many connections a map has now. */
  connectionCount(mapId: string): number;
};
