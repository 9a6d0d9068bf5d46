'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { Role } from '@/lib/access/actor';
import type { PresenceUser } from '@/lib/document/presence';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { type Arrangement, rearrange } from '@/lib/map/rearrange';
import type { CommentsStore } from '../comments/commentsStore';
import type { CompareStore } from '../compare/compareStore';
import type { EvidenceStore } from '../evidence/evidenceStore';
import type { FileDesk } from '../files/fileDesk';
import type { FutureStore } from '../future/futureStore';
import type { LensStore } from '../lens';
import type { Reopening } from '../offline/reopening';
import type { PersonaViewStore } from '../personaView';
import type { TogetherStore } from '../presence/together';
import type { SelectionStore } from '../selection';
import type { SignOffStore } from '../signOff/signOffStore';
import type { PartsStore } from '../versions/parts/partsStore';
import type { VersionsStore } from '../versions/versionsStore';
import type { Sound } from '../workshop/timer/sound';
import type { VotingStore } from '../workshop/voting/votingStore';
import type { WorkshopStore } from '../workshop/workshopStore';
import type { MapSession, UndoController } from './mapSession';
import type { Navigation } from './navigation';
import type { Readable } from './readable';
import type { RemotePresence } from './remotePresence';
import type { SaveState } from './saveState';
import { useReadable } from './useReadable';

/** What every part of the editor may use. The identities are stable for the life of the page, save `canWrite` and `me`, whose colour may change. */
export type Editor = {
  session: MapSession;
  doc: Y.Doc;
  /** Whose sources of evidence the map's links refer to; null for guests, who have no part in them. */
  workspaceId: string | null;
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
  /** Whom one follows, and what others show. */
  together: TogetherStore;
  /** What is said about the map, beside its document. */
  comments: CommentsStore;
  /** What customers said about the map: answers lie outside of its document. */
  evidence: EvidenceStore;
  /** The map's versions, and the one that is looked at. */
  versions: VersionsStore;
  /** What of a version can be brought back by itself, and is to be. */
  parts: PartsStore;
  /** What the map was derived from, if it is a future state, and what was derived from it. */
  future: FutureStore;
  /** Which versions are up for sign-off or baselines, and who has signed. */
  signOffs: SignOffStore;
  /** Two states of the map that are compared. */
  compare: CompareStore;
  /** The workshop on the map: timer, agenda, silent round, locks. */
  workshop: WorkshopStore;
  /** The bell of its timer. */
  workshopSound: Sound;
  /** The votes on the map's cards. */
  voting: VotingStore;
  /** Whether the page opens again without network. */
  reopening: Readable<Reopening>;
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

/**
 * A part of the map as it stands: renders again only when that part changes. `read` returns what is in the map, a number or a string, nothing
 * made anew; it is called with each change.
 */
export function useMapPart<Part>(read: (map: JourneyMap) => Part): Part {
  const { map } = useEditor().session;
  const get = (): Part => read(map.getSnapshot().map);
  return useSyncExternalStore(map.subscribe, get, get);
}

const arranged = new WeakMap<JourneyMap, ArrangedMap>();
/** What was made last: most of the next one is the same. */
let latest: Arrangement | null = null;

/** What is visible of a state of the map, in its visible order; computed once for all who ask. */
export function arrangeOnce(map: JourneyMap): ArrangedMap {
  const known = arranged.get(map);
  if (known) return known;
  const made = rearrange(map, latest);
  arranged.set(map, made);
  latest = { map, arranged: made };
  return made;
}

/** What is visible of the map, in its visible order; computed once per state of the map for all who ask. */
export function useArrangedMap(): ArrangedMap {
  return arrangeOnce(useJourneyMap());
}

/** A part of what is visible, as `useMapPart`. */
export function useArrangedPart<Part>(read: (map: ArrangedMap) => Part): Part {
  return useMapPart((map) => read(arrangeOnce(map)));
}

/** Who else is here (other pages of the same person included); at most ten new values a second. */
export function usePresence(): readonly RemotePresence[] {
  return useReadable(useEditor().session.presence.others);
}

/**
 * One string about who else is here, such as their names: renders again only when it changes, and not with each of their pointers. `read` is
 * called with each news of them.
 */
export function usePresenceText(read: (others: readonly RemotePresence[]) => string): string {
  const { others } = useEditor().session.presence;
  const get = (): string => read(others.get());
  return useSyncExternalStore(others.subscribe, get, get);
}

/** Where this browser's edits are. */
export function useSaveState(): SaveState {
  return useReadable(useEditor().session.saveState);
}
