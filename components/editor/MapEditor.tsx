'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { announceServerReturned } from '@/components/update/watchBuild';
import type { Role } from '@/lib/access/actor';
import type { PresenceUser } from '@/lib/document/presence';
import { cameFromDevice } from '@/lib/offline/servedFromDevice';
import type { WorkshopAnswer } from '@/lib/workshop/workshopAnswer';
import { useCommentsOf } from './comments/useCommentsOf';
import { readCompareAddress } from './compare/compareAddress';
import { createCompareStore } from './compare/compareStore';
import { useEvidenceOf } from './evidence/useEvidenceOf';
import { useFileDesk } from './files/useFileDesk';
import { createFutureStore } from './future/futureStore';
import { createLensStore } from './lens';
import { forgetKept } from './offline/forgetKept';
import { useFreshProps } from './offline/useFreshProps';
import { useReopening } from './offline/useReopening';
import { createPersonaView } from './personaView';
import { createTogether } from './presence/together';
import { createSelectionStore } from './selection';
import { createMapSession } from './session/createMapSession';
import { type Editor, EditorProvider } from './session/EditorContext';
import type { MapSession } from './session/mapSession';
import { createNavigation } from './session/navigation';
import { useReadable } from './session/useReadable';
import { EditorShell } from './shell/EditorShell';
import { EditorSkeleton } from './shell/EditorSkeleton';
import type { MapPermissions } from './shell/mapPermissions';
import { useSignOffsOf } from './signOff/useSignOffsOf';
import { createPartsStore } from './versions/parts/partsStore';
import { readVersionAddress } from './versions/versionAddress';
import { createVersionsStore } from './versions/versionsStore';
import { isHeld } from './workshop/locks/isHeld';
import { participantLocks } from './workshop/locks/participantLocks';
import { knownRound } from './workshop/silent/knownRound';
import { createSound } from './workshop/timer/sound';
import { createVotingStore } from './workshop/voting/votingStore';
import { createWorkshopStore, type WorkshopStore, type WorkshopStoreState } from './workshop/workshopStore';

/** No longer (milliseconds) does the answer to a page take: a window may be open for hours before a map is opened in it. */
const longestAsking = 10_000;

/** What the server knows of the open map and of who opens it. */
export type MapEditorProps = {
  mapId: string;
  /** Whose sources of evidence the map's links refer to; null for guests, who have no part in them. */
  workspaceId: string | null;
  /** Of the document as the page was made; the socket refuses another one. */
  epoch: number;
  role: Role;
  /** Whether this role may change the map. Whether it is locked says the workshop. */
  mayWrite: boolean;
  /** The workshop on the map as the page was made. */
  workshop: WorkshopAnswer;
  permissions: MapPermissions;
  me: PresenceUser;
  /** Cards from which on a map is full (MAX_CARDS_PER_MAP). */
  maxCards: number;
  /** So many hours this device keeps the page without network; 0: not at all. */
  hoursKept: number;
  /** The title as the server last read it: shown until the document is here. */
  title: string;
};

/** The editor of one map, for browsers only: it opens the session, and ends it when the page is left. */
export function MapEditor(props: MapEditorProps) {
  const opened = useSession(props);
  if (!opened) return <EditorSkeleton title={props.title} />;
  return <OpenEditor key={opened.session.mapId} {...props} {...opened} />;
}

/** A map that is open, and the workshop on it, which decides what of the map is shown and whether it may be changed. */
type Opened = { session: MapSession; workshop: WorkshopStore };

function useSession({ mapId, epoch, me, mayWrite, workshop: toldFirst }: MapEditorProps): Opened | null {
  const router = useRouter();
  const [opened, setOpened] = useState<Opened | null>(null);
  // Renewed props (a changed role, a renamed person) must not open the map anew.
  const first = useRef({ me, mayWrite, workshop: toldFirst });

  useEffect(() => {
    const { protocol, host } = window.location;
    const workshop = createWorkshopStore();
    // It was made while the page was asked for, which took no longer than the window is open; one that comes from the device, at any time before.
    const age = cameFromDevice() ? Number.POSITIVE_INFINITY : Math.min(performance.now(), longestAsking);
    workshop.getState().take(first.current.workshop, age);
    const made = createMapSession({
      mapId,
      epoch,
      actorId: first.current.me.id,
      me: first.current.me,
      mayWrite: first.current.mayWrite && !isHeld(workshop.getState()),
      silent: knownRound(workshop.getState()),
      serverUrl: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/sync`,
      onRoleChanged: () => router.refresh(),
      onReopened: () => announceServerReturned(),
      onAccessLost: (reason) => void forgetKept(mapId, reason),
    });
    // Before anything renders: what is to be hidden must not be seen for a moment.
    const heed = (state: WorkshopStoreState): void => {
      made.heedRound(knownRound(state));
      made.locks.set(participantLocks(state));
    };
    heed(workshop.getState());
    const stop = workshop.subscribe((state, before) => {
      if (state.workshop !== before.workshop) heed(state);
    });
    setOpened({ session: made, workshop });
    return () => {
      setOpened(null);
      stop();
      made.destroy();
    };
  }, [mapId, epoch, router]);

  return opened;
}

function OpenEditor(props: Omit<MapEditorProps, 'workshop'> & Opened) {
  const { session, workshop, workspaceId, role, mayWrite, permissions, title, maxCards } = props;
  const held = useStore(workshop, isHeld);
  useEffect(() => session.setMayWrite(mayWrite && !held), [session, mayWrite, held]);
  const canWrite = useReadable(session.canWrite);
  const me = useReadable(session.presence.me);
  const [stores] = useState(() => createStores(session));
  const files = useFileDesk(session, stores.selection);
  const comments = useCommentsOf(permissions, role);
  const evidence = useEvidenceOf(permissions);
  const signOffs = useSignOffsOf(permissions);
  const reopening = useReopening(session, props);
  useFreshProps(session);
  const editor = useMemo<Editor>(
    () => ({
      ...stores,
      ...{ session, doc: session.doc, undo: session.undo, workshop, reopening },
      ...{ workspaceId, canWrite, role, me, files, comments, evidence, signOffs },
    }),
    [stores, session, workshop, reopening, workspaceId, canWrite, role, me, files, comments, evidence, signOffs],
  );
  return (
    <EditorProvider value={editor}>
      <EditorShell permissions={permissions} titleBefore={title} maxCards={maxCards} />
    </EditorProvider>
  );
}

/** What of an open map only this page knows. */
function createStores(session: MapSession) {
  const compared = readCompareAddress();
  return {
    selection: createSelectionStore(),
    lens: createLensStore(),
    personaView: createPersonaView(session.mapId),
    navigation: createNavigation(),
    together: createTogether(session.presence),
    workshopSound: createSound(),
    voting: createVotingStore(),
    versions: createVersionsStore(compared.asked ? null : readVersionAddress()),
    parts: createPartsStore(),
    compare: createCompareStore(compared),
    future: createFutureStore(),
  };
}
