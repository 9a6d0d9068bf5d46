'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { announceServerReturned } from '@/components/update/watchBuild';
import type { Role } from '@/lib/access/actor';
import type { PresenceUser } from '@/lib/document/presence';
import { useCommentsOf } from './comments/useCommentsOf';
import { useFileDesk } from './files/useFileDesk';
import { createLensStore } from './lens';
import { createPersonaView } from './personaView';
import { createSelectionStore } from './selection';
import { createMapSession } from './session/createMapSession';
import { EditorProvider } from './session/EditorContext';
import type { MapSession } from './session/mapSession';
import { createNavigation } from './session/navigation';
import { useReadable } from './session/useReadable';
import { EditorShell } from './shell/EditorShell';
import { EditorSkeleton } from './shell/EditorSkeleton';
import type { MapPermissions } from './shell/mapPermissions';

/** What the server knows of the open map and of who opens it. */
export type MapEditorProps = {
  mapId: string;
  /** Of the document as the page was made; the socket refuses another one. */
  epoch: number;
  role: Role;
  /** Whether this role may change the map. */
  mayWrite: boolean;
  permissions: MapPermissions;
  me: PresenceUser;
  /** Cards from which on a map is full (MAX_CARDS_PER_MAP). */
  maxCards: number;
  /** The title as the server last read it: shown until the document is here. */
  title: string;
};

/** The editor of one map, for browsers only: it opens the session, and ends it when the page is left. */
export function MapEditor(props: MapEditorProps) {
  const session = useSession(props);
  if (!session) return <EditorSkeleton title={props.title} />;
  return <OpenEditor key={session.mapId} session={session} {...props} />;
}

function useSession({ mapId, epoch, me, mayWrite }: MapEditorProps): MapSession | null {
  const router = useRouter();
  const [session, setSession] = useState<MapSession | null>(null);
  // Renewed props (a changed role, a renamed person) must not open the map anew.
  const first = useRef({ me, mayWrite });

  useEffect(() => {
    const { protocol, host } = window.location;
    const made = createMapSession({
      mapId,
      epoch,
      actorId: first.current.me.id,
      me: first.current.me,
      mayWrite: first.current.mayWrite,
      serverUrl: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/sync`,
      onRoleChanged: () => router.refresh(),
      onReopened: () => announceServerReturned(),
    });
    setSession(made);
    return () => {
      setSession(null);
      made.destroy();
    };
  }, [mapId, epoch, router]);

  useEffect(() => session?.setMayWrite(mayWrite), [session, mayWrite]);
  return session;
}

function OpenEditor({ session, role, permissions, title, maxCards }: MapEditorProps & { session: MapSession }) {
  const canWrite = useReadable(session.canWrite);
  const me = useReadable(session.presence.me);
  const [selection] = useState(createSelectionStore);
  const [lens] = useState(createLensStore);
  const [personaView] = useState(() => createPersonaView(session.mapId));
  const [navigation] = useState(createNavigation);
  const files = useFileDesk(session, selection);
  const comments = useCommentsOf(permissions, role);
  const editor = useMemo(
    () => ({
      session,
      doc: session.doc,
      canWrite,
      role,
      me,
      selection,
      lens,
      personaView,
      undo: session.undo,
      files,
      navigation,
      comments,
    }),
    [session, canWrite, role, me, selection, lens, personaView, files, navigation, comments],
  );
  return (
    <EditorProvider value={editor}>
      <EditorShell permissions={permissions} titleBefore={title} maxCards={maxCards} />
    </EditorProvider>
  );
}
