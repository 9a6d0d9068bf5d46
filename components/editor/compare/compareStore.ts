import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ComparedFigure } from '@/lib/evidence/compareEvidence';
import { emphasiseDifferences } from '@/lib/map/compare/comparedEmphasis';
import type { ComparedEntry, ComparedPlace } from '@/lib/map/compare/comparedEntry';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import type { HandPair } from '@/lib/map/compare/matching/matching';
import type { MatchedMap } from '@/lib/map/compare/matching/matchMaps';
import type { DifferenceKind } from '@/lib/map/diff/mapDiff';
import type { Emphasis } from '@/lib/map/emphasis';
import type { MapEvidence } from '@/lib/map/mapEvidence';
import type { MapKind } from '@/lib/map/meta';
import type { AskedComparison } from '@/lib/versions/comparison';
import { referenceKey } from '../reference';
import type { Version } from '../versions/versionRequests';
import type { CompareMode } from './compareMode';

export const differenceKinds = ['added', 'removed', 'changed', 'moved'] as const satisfies readonly DifferenceKind[];
const allKinds: ReadonlySet<DifferenceKind> = new Set(differenceKinds);

/**
 * One of two states that are compared. `version`: null for a live map, and for what a future state starts from (`start`); `foreign`: of another map than the one that is open. `evidence`: what customers
 * said by then; undefined: what they say now, as the editor knows it.
 */
export type SideShown = {
  title: string;
  kind: MapKind;
  version: Version | null;
  start?: Pick<Version, 'number' | 'name'>;
  foreign: boolean;
  evidence: MapEvidence | null | undefined;
};

export type CompareState = {
  /** What is compared; null: nothing. */
  asked: AskedComparison | null;
  mode: CompareMode;
  /** What a phone shows, which has room for one of them: the differences as a list, or the map. */
  onPhone: 'list' | 'map';
  /** What somebody paired or parted by hand. */
  pairs: readonly HandPair[];
  /** How the earlier state is matched with the later one. */
  matched: MatchedMap | null;
  /** Both states and what lies between them; null before they are here. */
  compared: ComparedStates | null;
  sides: { before: SideShown; after: SideShown } | null;
  /** The scores of customers in both, step by step. */
  figures: readonly ComparedFigure[];
  problem: unknown;
  /** Which differences are shown. */
  kinds: ReadonlySet<DifferenceKind>;
  /** What stands out on the union of both. */
  emphasis: Emphasis | null;
  /** The difference that was gone to last, by its key. */
  at: string | null;
  /** `pairs`: what is known already to be the same of both. */
  start(asked: AskedComparison, pairs?: readonly HandPair[]): void;
  end(): void;
  setMode(mode: CompareMode): void;
  showOnPhone(what: CompareState['onPhone']): void;
  show(shown: Pick<CompareState, 'compared' | 'matched' | 'sides' | 'figures'>): void;
  /** Pairs by hand, or (`after` null) parts: what was said of either before no longer holds. */
  pair(pair: HandPair): void;
  fail(problem: unknown): void;
  toggleKind(kind: DifferenceKind): void;
  goTo(key: string | null): void;
};

export type CompareStore = StoreApi<CompareState>;

const nothing = { compared: null, matched: null, sides: null, figures: [], problem: null, emphasis: null, at: null };

/** The comparison of two states of the open map. */
export function createCompareStore(first: Pick<CompareState, 'asked' | 'mode' | 'pairs'>): CompareStore {
  return createStore<CompareState>()((set, get) => ({
    ...nothing,
    ...first,
    kinds: allKinds,
    onPhone: 'list',
    start: (asked, pairs = []) => set({ ...nothing, asked, pairs, kinds: allKinds, onPhone: 'list' }),
    end: () => set({ ...nothing, asked: null, pairs: [] }),
    setMode: (mode) => set({ mode }),
    showOnPhone: (onPhone) => set({ onPhone }),
    show: (shown) =>
      set({ ...shown, problem: null, emphasis: shown.compared && emphasiseDifferences(shown.compared, get().kinds) }),
    fail: (problem) => set({ problem }),
    pair(pair) {
      const others = get().pairs.filter(
        ({ collection, before, after }) =>
          collection !== pair.collection || (before !== pair.before && (after === null || after !== pair.after)),
      );
      set({ pairs: [...others, pair] });
    },
    toggleKind(kind) {
      const kinds = new Set(get().kinds);
      if (!kinds.delete(kind)) kinds.add(kind);
      const { compared } = get();
      set({ kinds, emphasis: compared && emphasiseDifferences(compared, kinds) });
    },
    goTo: (at) => set({ at }),
  }));
}

/** The differences that are shown, in the order in which they are gone through. */
export function listShown({ compared, kinds }: Pick<CompareState, 'compared' | 'kinds'>): ComparedEntry[] {
  return compared?.groups.flatMap(({ entries }) => entries.filter(({ kind }) => kinds.has(kind))) ?? [];
}

const byPlace = new WeakMap<ComparedStates, ReadonlyMap<string, readonly ComparedEntry[]>>();
const keyOf = (place: ComparedPlace): string => referenceKey(place);

/** The differences at a place of the map, by the key of its reference. */
export function differencesAt(compared: ComparedStates, key: string): readonly ComparedEntry[] {
  let known = byPlace.get(compared);
  if (!known) {
    const made = new Map<string, ComparedEntry[]>();
    for (const { entries } of compared.groups) {
      for (const entry of entries) {
        if (!entry.place) continue;
        const at = made.get(keyOf(entry.place));
        if (at) at.push(entry);
        else made.set(keyOf(entry.place), [entry]);
      }
    }
    known = made;
    byPlace.set(compared, made);
  }
  return known.get(key) ?? none;
}

const none: readonly ComparedEntry[] = [];
