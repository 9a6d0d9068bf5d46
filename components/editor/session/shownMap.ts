import type * as Y from 'yjs';
import type { ReadMap } from '@/lib/document/mapReader';
import type { MapStore } from '@/lib/document/mapStore';
import { heedSilentRound } from '@/lib/document/silentRound';
import type { Card } from '@/lib/map/card';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { withCardsThat } from '@/lib/map/withoutHidden';
import type { SilentRound } from '@/lib/workshop/state';
import { oncePerFrame } from './oncePerFrame';
import { countRound, createSilentStore, type SilentStore } from './silentStore';

/** What the server said of a silent round, and when by its own clock (milliseconds). */
export type KnownRound = { round: SilentRound | null; toldAt: number };

/** What of a map a page shows, and when it changes. */
export type ShownMap = Omit<MapStore, 'subscribe'> & {
  /** Calls the listener after each change. Returns what ends it. */
  subscribe(listener: () => void): () => void;
  silent: SilentStore;
  heed(known: KnownRound): void;
  /** Shows a version of the map in place of the live one, which goes on beneath; null: the live one again. */
  lookAt(version: JourneyMap | null): void;
  /** The live map, whatever is looked at. */
  live(): JourneyMap;
};

/** How long (milliseconds) cards that have come to light stand out: a little longer than the message stands that leads to them. */
const emphasis = 12_000;

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/**
 * The map with lists of before where the same records stand in them; the map of before when that is all of it. Leaving out what is hidden
 * makes new lists each time: whoever is shown the map must not make everything anew for each letter that others write unseen.
 */
function withSameLists(map: JourneyMap, before: JourneyMap): JourneyMap {
  const keep = <Part>(now: Part, known: Part): Part =>
    Array.isArray(now) && Array.isArray(known) && now !== known && sameItems(now, known) ? known : now;
  const names = Object.keys(map) as (keyof JourneyMap)[];
  const kept = names.map((name) => [name, keep(map[name], before[name])] as const);
  if (kept.every(([name, part]) => part === before[name])) return before;
  return kept.every(([name, part]) => part === map[name]) ? map : (Object.fromEntries(kept) as JourneyMap);
}

/**
 * The map as a page shows it: while a silent round is on, without the cards that others write in it. Everything that shows cards reads this one,
 * so nothing of them is in the list, the table, the search or a count either. Cards of a round that this page has not heard of yet are
 * hidden, too: the document is faster than the news. What happens here is told at once, what others do once a frame: a room full of people
 * types faster than a screen can show. `tokenOf`: the word that this browser marks its own cards with.
 */
export function createShownMap(doc: Y.Doc, whole: MapStore, tokenOf: (roundId: string) => string, first: KnownRound): ShownMap {
  const silent = createSilentStore();
  const listeners = new Set<() => void>();
  let known: KnownRound = { round: null, toldAt: 0 };
  let by = '';
  let read: ReadMap | null = null;
  let shown: ReadMap = whole.getSnapshot();
  let looked: ReadMap | null = null;
  let calmDown: ReturnType<typeof setTimeout> | undefined;

  const shows = ({ round }: Card): boolean =>
    round === undefined || round.by === by || (round.id !== known.round?.id && round.startedAt <= known.toldAt);

  const snapshot = (): ReadMap => {
    const now = whole.getSnapshot();
    if (now === read) return shown;
    read = now;
    const map = withSameLists(withCardsThat(now.map, shows), shown.map);
    if (map !== shown.map || now.issues !== shown.issues) shown = map === now.map ? now : { ...now, map };
    return shown;
  };
  const count = (): void => {
    if (known.round) silent.setState(countRound(whole.getSnapshot().map, known.round.id, by));
  };
  const tell = (): void => {
    later.cancel();
    count();
    for (const listener of [...listeners]) listener();
  };
  const later = oncePerFrame(tell);
  const stop = whole.subscribe((isLocal) => (isLocal ? tell() : later()));

  function reveal(roundId: string, own: string): void {
    const cards = whole
      .getSnapshot()
      .map.cards.filter(({ round, deletedAt }) => round?.id === roundId && deletedAt === undefined);
    const revealed = new Set(cards.filter(({ round }) => round?.by !== own).map(({ id }) => id));
    silent.setState(({ reveals }) => ({ isOn: false, mine: new Set(), revealed, reveals: reveals + 1 }));
    clearTimeout(calmDown);
    calmDown = setTimeout(() => silent.setState({ revealed: new Set() }), emphasis);
  }

  function heed(next: KnownRound): void {
    const before = known.round;
    const own = by;
    known = next;
    if (before?.id !== next.round?.id) {
      by = next.round ? tokenOf(next.round.id) : '';
      if (before) reveal(before.id, own);
      silent.setState({ isOn: next.round !== null });
    }
    heedSilentRound(doc, { mark: next.round && { ...next.round, by }, shows });
    read = null;
    tell();
  }

  heed(first);
  return {
    getSnapshot: () => looked ?? snapshot(),
    live: () => snapshot().map,
    lookAt(version) {
      looked = version && { map: version, issues: [] };
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    silent,
    heed,
    destroy() {
      clearTimeout(calmDown);
      listeners.clear();
      later.cancel();
      stop();
    },
  };
}
