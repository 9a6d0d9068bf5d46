import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EvidenceAnswer, LinkAnswer, StepAnswer } from '@/lib/evidence/evidenceAnswer';
import { type PinnedQuote, toMapEvidence } from '@/lib/evidence/toMapEvidence';
import { homeIn } from '@/lib/map/cardHomes';
import type { LinkFilter, LinkTarget } from '@/lib/map/evidenceLink';
import type { MapEvidence } from '@/lib/map/mapEvidence';
import { evidenceToDraw } from './evidenceToDraw';
import type { Linkable } from './linkable';

export const evidenceTabs = ['find', 'suggestions', 'scores', 'gaps'] as const;
export type EvidenceTab = (typeof evidenceTabs)[number];

export type EvidenceState = {
  /** Whether this person may see scores, and read single answers; the server decides again on each request. */
  mayRead: boolean;
  mayReadAnswers: boolean;
  status: 'loading' | 'ready' | 'failed';
  /** What the server said last. */
  answer: EvidenceAnswer | null;
  links: ReadonlyMap<string, LinkAnswer>;
  steps: ReadonlyMap<string, StepAnswer>;
  /** What single answers say that are linked, by their links. */
  quotes: ReadonlyMap<string, PinnedQuote>;
  /** The steps with which it is shown what was linked to cards, by the cards' ids. */
  homes: ReadonlyMap<string, string>;
  /** The same as it is drawn on the map; null while there is nothing. */
  onMap: MapEvidence | null;
  /** Whether that is what they say now, and not what they had said when a version was kept, or by a state that is compared. */
  isNow: boolean;
  /** Whether the panel is open, and where this person is in it. */
  isOpen: boolean;
  tab: EvidenceTab;
  /** The source that is looked through, and which of its answers. */
  sourceId: string | null;
  filter: LinkFilter;
  /** The number of the version that scores are compared with; null: with the period before. */
  against: number | null;
  /** By which dimension scores are split in the panel; '' by none. */
  split: string;
  /** What is being dragged from the panel, and what on the map it would be linked to. */
  dragged: Linkable | null;
  over: LinkTarget | null;

  allow(rights: { mayRead: boolean; mayReadAnswers: boolean }): void;
  take(answer: EvidenceAnswer, quotes: ReadonlyMap<string, PinnedQuote>): void;
  fail(): void;
  /** Says where the cards lie that something is linked to. */
  place(homes: ReadonlyMap<string, string>): void;
  /** Shows what customers had said when a version was kept, which the map is shown as; undefined: what they say now again. */
  look(shown: MapEvidence | null | undefined): void;
  /** What customers say now, whatever is looked at. The same object as long as it is the same. */
  onLiveMap(): MapEvidence | null;
  setOpen(isOpen: boolean): void;
  setTab(tab: EvidenceTab): void;
  choose(sourceId: string | null, filter?: LinkFilter): void;
  setFilter(filter: LinkFilter): void;
  compareWith(version: number | null): void;
  splitBy(dimension: string): void;
  drag(what: Linkable | null): void;
  dragOver(target: LinkTarget | null): void;
};

export type EvidenceStore = StoreApi<EvidenceState>;

const nothing = {
  answer: null,
  links: new Map<string, LinkAnswer>(),
  steps: new Map<string, StepAnswer>(),
  quotes: new Map<string, PinnedQuote>(),
  onMap: null,
};

/** The same for those who may read no answers: as `toMapEvidence` draws it for them. */
const withoutQuotes = (shown: MapEvidence): MapEvidence => {
  const told = [...shown].map(([stepId, said]) => [stepId, { ...said, quotes: [] }] as const);
  return new Map(told.filter(([, { figures, emotion }]) => figures.length > 0 || emotion !== null));
};

/** What customers said about the open map, and where this person is in it. */
export function createEvidenceStore(): EvidenceStore {
  /** What the server said while a version is looked at; undefined: none is. */
  let kept: { answer: EvidenceAnswer; quotes: ReadonlyMap<string, PinnedQuote> } | null | undefined;
  /** What is shown meanwhile of what customers had said. */
  let then: MapEvidence | null = null;
  let drawn: { of: typeof kept; homes: EvidenceState['homes']; onMap: MapEvidence | null } | null = null;
  const draw = (answer: EvidenceAnswer, quotes: EvidenceState['quotes'] | null, homes: EvidenceState['homes']): MapEvidence =>
    toMapEvidence(evidenceToDraw(answer), quotes, homeIn(homes));
  return createStore<EvidenceState>()((set, get) => ({
    ...nothing,
    homes: new Map(),
    isNow: true,
    mayRead: false,
    mayReadAnswers: false,
    status: 'loading',
    isOpen: false,
    tab: 'find',
    sourceId: null,
    filter: {},
    against: null,
    split: '',
    dragged: null,
    over: null,
    allow({ mayRead, mayReadAnswers }) {
      // Whoever may no longer read it no longer has it.
      const { answer, quotes, homes } = get();
      const known = mayReadAnswers ? quotes : nothing.quotes;
      // Nor what waits behind a version.
      if (kept && !mayRead) kept = null;
      else if (kept && !mayReadAnswers) kept = { ...kept, quotes: nothing.quotes };
      // The same is said again when a panel is opened for the first time: while its program comes the page is hidden, and React runs its layout effects
      // anew after it. What is looked at stays.
      if (!mayRead) then = null;
      else if (then && !mayReadAnswers) then = withoutQuotes(then);
      const onMap = kept === undefined ? answer && draw(answer, mayReadAnswers ? known : null, homes) : then;
      set(
        mayRead
          ? { mayRead, mayReadAnswers, quotes: known, onMap }
          : { ...nothing, mayRead, mayReadAnswers, status: 'loading', isOpen: false },
      );
    },
    look(shown) {
      if (shown === undefined) {
        if (kept === undefined) return;
        const back = kept;
        kept = undefined;
        then = null;
        set({ onMap: null, isNow: true });
        if (back) get().take(back.answer, back.quotes);
        return;
      }
      const { answer, quotes, mayRead } = get();
      if (kept === undefined) kept = answer && { answer, quotes };
      then = mayRead ? shown : null;
      set({ ...nothing, onMap: then, isNow: false });
    },
    take(answer, quotes) {
      if (kept !== undefined) {
        kept = { answer, quotes };
        // Nothing of it is shown now; whoever compares with it wants to know.
        set({});
        return;
      }
      set({
        answer,
        quotes,
        status: 'ready',
        links: new Map(answer.links.map((link) => [link.id, link])),
        steps: new Map(answer.steps.map((step) => [step.stepId, step])),
        onMap: draw(answer, get().mayReadAnswers ? quotes : null, get().homes),
      });
    },
    onLiveMap() {
      const { onMap: shown, homes, mayReadAnswers } = get();
      if (kept === undefined) return shown;
      if (drawn?.of !== kept || drawn.homes !== homes) {
        drawn = { of: kept, homes, onMap: kept && draw(kept.answer, mayReadAnswers ? kept.quotes : null, homes) };
      }
      return drawn.onMap;
    },
    place(homes) {
      const { answer, quotes, mayReadAnswers } = get();
      set(answer ? { homes, onMap: draw(answer, mayReadAnswers ? quotes : null, homes) } : { homes });
    },
    fail: () => set({ status: 'failed' }),
    setOpen: (isOpen) => set({ isOpen }),
    setTab: (tab) => set({ tab }),
    choose: (sourceId, filter = {}) => set({ sourceId, filter }),
    setFilter: (filter) => set({ filter }),
    compareWith: (against) => set({ against }),
    splitBy: (split) => set({ split }),
    drag: (dragged) => set({ dragged, over: null }),
    dragOver(over) {
      const before = get().over;
      if (before?.type !== over?.type || before?.id !== over?.id) set({ over });
    },
  }));
}
