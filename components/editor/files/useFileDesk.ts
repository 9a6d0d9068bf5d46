import { useEffect, useState } from 'react';
import type { SelectionStore } from '../selection';
import type { MapSession } from '../session/mapSession';
import { createFileDesk, type FileDesk } from './fileDesk';
import { copyFiles, createSendFile } from './sendFile';

/** The file desk of an open map; what is on its way ends with the page. */
export function useFileDesk(session: MapSession, selection: SelectionStore): FileDesk {
  const [desk] = useState(() =>
    createFileDesk({
      mapId: session.mapId,
      doc: session.doc,
      selection,
      isOffline: () => session.saveState.get().kind === 'offline' || !navigator.onLine,
      canWrite: session.canWrite.get,
      mayWriteLive: session.mayWriteLive,
      send: createSendFile(session.mapId),
      copy: (from, fileIds) => copyFiles(session.mapId, from, fileIds),
    }),
  );
  useEffect(() => () => desk.destroy(), [desk]);
  return desk;
}
