import type * as Y from 'yjs';
import type { createUndo } from '@/lib/document/undo';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { LockGuard } from './lockGuard';
import type { PresenceChannel } from './presenceChannel';
import type { Readable } from './readable';
import type { MapFile, RecoveredCopy } from './recoveredCopies';
import type { SaveState } from './saveState';
import type { KnownRound, ShownMap } from './shownMap';
import type { SilentStore } from './silentStore';

export type UndoController = ReturnType<typeof createUndo>;

/** One open map: its document, its connection, its copy on this device. Ends with `destroy`. */
export type MapSession = {
  mapId: string;
  doc: Y.Doc;
  /** The map as this page shows it: while a silent round is on, without what others write in it. */
  map: ShownMap;
  /** What of a silent round the page shows. */
  silent: SilentStore;
  /** Tells what the server says of a silent round. */
  heedRound(known: KnownRound): void;
  /** Keeps this page from writing where a workshop's leaders have locked. */
  locks: LockGuard;
  undo: UndoController;
  presence: PresenceChannel;
  /** Where this browser's edits are; tells the truth at all times. */
  saveState: Readable<SaveState>;
  /** False until the content is here, for viewers and commenters, after access or epoch were lost, and while a version is looked at. */
  canWrite: Readable<boolean>;
  /** Whether the live map may be written, whatever is shown in its place: what was on its way to it still arrives. */
  mayWriteLive(): boolean;
  /** Shows a version of the map, which nobody can write in, in place of the live one; null: the live one again. */
  lookAt(version: JourneyMap | null): void;
  isLooking: Readable<boolean>;
  /** The document of what is shown: of a version one that is made for looking only. */
  shownDoc(): Y.Doc;
  /** Whether the content is here, from this device or from the server. */
  loaded: Readable<boolean>;
  /** Unsaved edits of an earlier epoch of this map, kept on this device. */
  recoveredCopies: Readable<readonly RecoveredCopy[]>;
  /** The role changed while the page was open. */
  setMayWrite(mayWrite: boolean): void;
  /** Connects at once instead of waiting for the next attempt; also after the server ended it. */
  retry(): void;
  /** The map as it stands on this device, as a JSON file. */
  toFile: MapFile;
  destroy(): void;
};
