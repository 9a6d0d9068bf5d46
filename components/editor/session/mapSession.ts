import type * as Y from 'yjs';
import type { createMapStore } from '@/lib/document/mapStore';
import type { createUndo } from '@/lib/document/undo';
import type { PresenceChannel } from './presenceChannel';
import type { Readable } from './readable';
import type { RecoveredCopy } from './recoveredCopies';
import type { SaveState } from './saveState';

export type MapStore = ReturnType<typeof createMapStore>;
export type UndoController = ReturnType<typeof createUndo>;

/** One open map: its document, its connection, its copy on this device. Ends with `destroy`. */
export type MapSession = {
  mapId: string;
  doc: Y.Doc;
  map: MapStore;
  undo: UndoController;
  presence: PresenceChannel;
  /** Where this browser's edits are; tells the truth at all times. */
  saveState: Readable<SaveState>;
  /** False until the content is here, for viewers and commenters, and after access or epoch were lost. */
  canWrite: Readable<boolean>;
  /** Whether the content is here, from this device or from the server. */
  loaded: Readable<boolean>;
  /** Unsaved edits of an earlier epoch of this map, kept on this device. */
  recoveredCopies: Readable<readonly RecoveredCopy[]>;
  /** The role changed while the page was open. */
  setMayWrite(mayWrite: boolean): void;
  /** Connects at once instead of waiting for the next attempt; also after the server ended it. */
  retry(): void;
  /** The map as it stands on this device, as a JSON file. */
  toFile(): Blob;
  destroy(): void;
};
