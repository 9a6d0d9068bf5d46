import type { EventWatcher } from '@/components/live/watchEvents';
import { RequestError } from '@/components/workspace/request';
import { cardHomes } from '@/lib/map/cardHomes';
import { listLinks } from '@/lib/map/listLinks';
import type { MapSession } from '../session/mapSession';
import type { evidenceRequests } from './evidenceRequests';
import type { EvidenceStore } from './evidenceStore';

/** So long after the last change of a link the server is asked: it has it by then, mostly. Milliseconds. */
const afterChange = 500;
/** So long until it is asked again, when it did not know a link yet, and how often at most. */
const untilKnown = 2_000;
const mostTries = 5;

/**
 * Keeps what customers said about a map as the server has it until the returned function is called: asked when the line opens, when somebody imports or
 * erases answers, and when a link on the map changes. Never asked twice at once.
 */
export function followEvidence(
  { map }: Pick<MapSession, 'map'>,
  store: EvidenceStore,
  requests: Pick<ReturnType<typeof evidenceRequests>, 'read' | 'pinned'>,
  watch: (watcher: EventWatcher) => () => void,
): () => void {
  let isOver = false;
  let busy = false;
  let again = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isBehind = (known: ReadonlyMap<string, unknown>): boolean =>
    listLinks(map.getSnapshot().map).some(({ id }) => !known.has(id)) && tries < mostTries;

  const fetch = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    try {
      const answer = await requests.read(store.getState().against);
      const hasPinned = store.getState().mayReadAnswers && answer.links.some(({ responseId }) => responseId !== undefined);
      const pinned = hasPinned ? await requests.pinned() : new Map();
      if (isOver) return;
      store.getState().take(answer, pinned);
      tries++;
      if (isBehind(store.getState().links)) later(untilKnown);
    } catch (error) {
      if (isOver) return;
      const isGone = error instanceof RequestError && error.problem?.status === 404;
      // The version was deleted meanwhile: with the period before, then.
      if (isGone && store.getState().against !== null) store.getState().compareWith(null);
      // What is known stays in sight; the line's next opening asks again.
      else if (store.getState().status !== 'ready') store.getState().fail();
    } finally {
      busy = false;
      if (again && !isOver) void fetch();
    }
  };
  const later = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void fetch(), wait);
  };
  const now = (): void => {
    tries = 0;
    clearTimeout(timer);
    void fetch();
  };

  let { links } = map.getSnapshot().map;
  let { cards, lanes } = map.live();
  const placeCards = (): void => {
    const homes = cardHomes({ cards, lanes }, map.live().links);
    const known = store.getState().homes;
    if (homes.size !== known.size || [...homes].some(([id, stepId]) => known.get(id) !== stepId)) store.getState().place(homes);
  };
  placeCards();
  const stopMap = map.subscribe(() => {
    const next = map.getSnapshot().map.links;
    const live = map.live();
    if (next === links && live.cards === cards && live.lanes === lanes) return;
    cards = live.cards;
    lanes = live.lanes;
    placeCards();
    if (next === links) return;
    links = next;
    tries = 0;
    later(afterChange);
  });
  const stopChoice = store.subscribe((state, before) => {
    if (state.against !== before.against) now();
  });
  const stopLine = watch({
    onOpen: now,
    onTrouble() {
      if (store.getState().status !== 'ready') now();
    },
    onEvent(kind) {
      if (kind === 'evidence.changed') now();
    },
  });
  return () => {
    isOver = true;
    clearTimeout(timer);
    stopMap();
    stopChoice();
    stopLine();
  };
}
