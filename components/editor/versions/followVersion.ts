import type { EventWatcher } from '@/components/live/watchEvents';
import type { EvidenceStore } from '../evidence/evidenceStore';
import type { MapSession } from '../session/mapSession';
import type { fetchVersion, ShownVersion } from './versionRequests';
import type { VersionsStore } from './versionsStore';

type Places = { session: Pick<MapSession, 'mapId' | 'lookAt'>; versions: VersionsStore; evidence: EvidenceStore };
type Watch = (watcher: EventWatcher) => () => void;

/**
 * Shows a version in place of the live map, and what customers had said with it as the server has it, until the returned function is called: the version never
 * changes, but of what is kept with it answers may be erased. Never asked twice at once.
 */
export function followVersion(
  { session, versions, evidence }: Places,
  number: number,
  fetch: typeof fetchVersion,
  watch: Watch,
): () => void {
  let isOver = false;
  let busy = false;
  let again = false;
  /** Whether something else may be kept with it than what the server said last. */
  let isStale = false;
  let shown: ShownVersion | null = null;

  const take = (found: ShownVersion): void => {
    evidence.getState().look(found.evidence);
    // The map is the same; as a new one it would be laid out anew.
    if (shown === null) session.lookAt(found.map);
    shown = { ...found, map: shown?.map ?? found.map };
    versions.getState().show(shown);
  };
  const load = async (): Promise<void> => {
    isStale = true;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    try {
      const found = await fetch(session.mapId, number);
      if (isOver) return;
      isStale = again;
      take(found);
    } catch (error) {
      // What is shown stays in sight; the line's next opening asks again.
      if (!isOver && shown === null) versions.getState().fail(error);
    } finally {
      busy = false;
      if (again && !isOver) void load();
    }
  };

  const known = versions.getState().kept.find(({ version }) => version.number === number);
  if (known) take(known);
  else void load();
  let isWatching = false;
  const stop = watch({
    onOpen() {
      // A line that stood before has told everything.
      if (isWatching) void load();
    },
    onEvent(kind) {
      if (kind === 'evidence.changed') void load();
    },
  });
  isWatching = true;
  return () => {
    isOver = true;
    stop();
    if (isStale) versions.getState().forget(number);
  };
}

/** Lets versions that were looked at be asked for anew when what customers said has changed, or may have, until the returned function is called. */
export function forgetByEvents(versions: VersionsStore, watch: Watch): () => void {
  const forget = (): void => versions.getState().forgetOthers();
  return watch({
    onOpen: forget,
    onEvent(kind) {
      if (kind === 'evidence.changed') forget();
    },
  });
}
