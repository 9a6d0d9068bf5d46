import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { createMapStore } from '@/lib/document/mapStore';
import type { PresenceState } from '@/lib/document/presence';
import type { createUndo } from '@/lib/document/undo';
import type { Readable } from './readable';
import type { RecoveredCopy } from './recoveredCopies';
import type { RemotePresence } from './remotePresence';
import type { SaveState } from './saveState';

export type MapStore = ReturnType<typeof createMapStore>;
export type UndoController = ReturnType<typeof createUndo>;

/** Who else is here, and what this page tells about itself. */
export type PresenceChannel = {
  awareness: Awareness;
  /** Other pages, sorted by name then client; at most ten new values a second. */
  others: Readable<readonly RemotePresence[]>;
  /** Changes parts of what this page tells; parts that are not named stay. `user` is set by the session. */
  publish(part: Partial<Omit<PresenceState, 'user'>>): void;
};

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
  /** Unsaved edits of an earlier epoch of this map, kept on this device. */
  recoveredCopies: Readable<readonly RecoveredCopy[]>;
  /** Connects at once instead of waiting for the next attempt. */
  retry(): void;
  destroy(): void;
};
