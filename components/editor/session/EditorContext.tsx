'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { Role } from '@/lib/access/actor';
import type { PresenceUser } from '@/lib/document/presence';
import { type ArrangedMap, arrange } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { CommentsStore } from '../comments/commentsStore';
import type { FileDesk } from '../files/fileDesk';
import type { LensStore } from '../lens';
import type { PersonaViewStore } from '../personaView';
import type { SelectionStore } from '../selection';
import type { MapSession, UndoController } from './mapSession';
import type { Navigation } from './navigation';
import type { RemotePresence } from './remotePresence';
import type { SaveState } from './saveState';
import { useReadable } from './useReadable';

/** What every part of the editor may use. The identities are stable for the life of the page, save `canWrite` and `me`, whose colour may change. */
export type Editor = {
  session: MapSession;
  doc: Y.Doc;
  /** False for viewers and commenters, before the content is here, and after access was lost. */
  canWrite: boolean;
  role: Role;
  me: PresenceUser;
  selection: SelectionStore;
  lens: LensStore;
  /** Whose emotions are shown. */
  personaView: PersonaViewStore;
  undo: UndoController;
  /** Pictures and files on their way to the map, and the one that is shown large. */
  files: FileDesk;
  /** How panels reach the canvas: the canvas connects itself here. */
  navigation: Navigation;
  /** What is said about the map, beside its document. */
  comments: CommentsStore;
};

const EditorContext = createContext<Editor | null>(null);

export function EditorProvider({ value, children }: { value: Editor; children: ReactNode }) {
  return <EditorContext value={value}>{children}</EditorContext>;
}

/** The editor around this component. Throws outside of one. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorProvider above it.');
  return editor;
}

/** The map as it stands; renders again after each change. Unchanged records keep their identity. */
export function useJourneyMap(): JourneyMap {
  const { map } = useEditor().session;
  return useSyncExternalStore(map.subscribe, map.getSnapshot, map.getSnapshot).map;
}

const arranged = new WeakMap<JourneyMap, ArrangedMap>();

function arrangeOnce(map: JourneyMap): ArrangedMap {
  const known = arranged.get(map);
  if (known) return known;
  const made = arrange(map);
  arranged.set(map, made);
  return made;
}

/** What is visible of the map, in its visible order; computed once per state of the map for all who ask. */
export function useArrangedMap(): ArrangedMap {
  return arrangeOnce(useJourneyMap());
}

/** Who else is here (other pages of the same person included); at most ten new values a second. */
export function usePresence(): readonly RemotePresence[] {
  return useReadable(useEditor().session.presence.others);
}

/** Where this browser's edits are. */
export function useSaveState(): SaveState {
  return useReadable(useEditor().session.saveState);
}
