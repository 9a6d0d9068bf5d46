import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CommentTarget, commentTargetKey } from '@/lib/comments/commentTarget';
import type { ThreadAnswer } from '@/lib/comments/threadAnswer';

export const commentFilters = ['open', 'resolved', 'mine'] as const;
export type CommentFilter = (typeof commentFilters)[number];

/** Words that are being written and not sent yet, with whom they address (`name` as it stands in the text). */
export type CommentDraft = { text: string; people: readonly { id: string; name: string }[] };

export type CommentsState = {
  /** Whether this person may read and write comments; the server decides again on each request. */
  mayRead: boolean;
  mayWrite: boolean;
  /** Owners delete comments of others, too. */
  mayDeleteOthers: boolean;
  status: 'loading' | 'ready' | 'failed';
  threads: ReadonlyMap<string, ThreadAnswer>;
  /** Grows with each conversation that is put or dropped. */
  changes: number;
  /** How many open conversations there are about each thing, by `commentTargetKey`. Keeps its identity while no number changes. */
  openCounts: ReadonlyMap<string, number>;
  /** Whether the panel is open. */
  isOpen: boolean;
  filter: CommentFilter;
  /** The conversation that was asked for last. */
  currentId: string | null;
  /** Grows whenever the conversation that is current is to be brought into sight. */
  shown: number;
  /** Larger than 0 while the field of a new comment is to take the focus. */
  asked: number;
  /** What is being written, by where: `new`, `reply:<thread>`, `edit:<comment>`. */
  drafts: ReadonlyMap<string, CommentDraft>;
  /** What the new comment that is being written is about; null: whatever is selected. */
  pinned: CommentTarget | null;

  allow(rights: { mayRead: boolean; mayWrite: boolean; mayDeleteOthers: boolean }): void;
  /** Takes an answer with all of them. `since`: `changes` when it was asked for; what was put or dropped after that is not replaced by it. */
  setThreads(threads: readonly ThreadAnswer[], since?: number): void;
  putThread(thread: ThreadAnswer): void;
  dropThread(threadId: string): void;
  fail(): void;
  /** Notes how far this person has read, without waiting for the server. */
  noteSeen(marks: readonly { threadId: string; seen: number }[]): void;
  setOpen(isOpen: boolean): void;
  setFilter(filter: CommentFilter): void;
  /** Opens the panel at a conversation. */
  show(threadId: string): void;
  /** Opens the panel to write something new, about whatever is selected; what is being written already goes on where it was. */
  ask(): void;
  setDraft(place: string, draft: CommentDraft | null): void;
  pin(target: CommentTarget | null): void;
};

export type CommentsStore = StoreApi<CommentsState>;

function countOpen(threads: ReadonlyMap<string, ThreadAnswer>, before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { target, resolvedAt } of threads.values()) {
    const key = commentTargetKey(target);
    if (resolvedAt === null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isSame = counts.size === before.size && [...counts].every(([key, count]) => before.get(key) === count);
  return isSame ? before : counts;
}

/** Whether an answer is older than what is known: two answers may overtake each other on their way. */
function isOlder(answer: ThreadAnswer, known: ThreadAnswer | undefined): boolean {
  return known !== undefined && answer.comments.length < known.comments.length;
}

/** What was just read here is not unread because the server has not been told yet. */
function withSeen(answer: ThreadAnswer, known: ThreadAnswer | undefined): ThreadAnswer {
  return known && known.seen > answer.seen ? { ...answer, seen: known.seen } : answer;
}

/** The comments of one open map, and where this person is in them. */
export function createCommentsStore(): CommentsStore {
  return createStore<CommentsState>()((set, get) => {
    /** At which count of `changes` a conversation was put or dropped last. */
    const changedAt = new Map<string, number>();
    const noteChange = (threadId: string): void => {
      const changes = get().changes + 1;
      changedAt.set(threadId, changes);
      set({ changes });
    };
    const setAll = (threads: ReadonlyMap<string, ThreadAnswer>): void =>
      set({ threads, openCounts: countOpen(threads, get().openCounts) });
    return {
      mayRead: false,
      mayWrite: false,
      mayDeleteOthers: false,
      status: 'loading',
      threads: new Map(),
      changes: 0,
      openCounts: new Map(),
      isOpen: false,
      filter: 'open',
      currentId: null,
      shown: 0,
      asked: 0,
      drafts: new Map(),
      pinned: null,
      allow(rights) {
        // Whoever may no longer read them no longer has them.
        set(rights.mayRead ? rights : { ...rights, threads: new Map(), openCounts: new Map(), status: 'loading' });
      },
      setThreads(answers, since = get().changes) {
        const known = get().threads;
        const isNewer = (threadId: string): boolean => (changedAt.get(threadId) ?? 0) > since;
        const threads = new Map<string, ThreadAnswer>();
        for (const answer of answers) {
          const mine = known.get(answer.id);
          if (!isNewer(answer.id)) threads.set(answer.id, withSeen(answer, mine));
          else if (mine) threads.set(answer.id, isOlder(mine, answer) ? withSeen(answer, mine) : mine);
        }
        for (const [id, mine] of known) if (isNewer(id) && !threads.has(id)) threads.set(id, mine);
        setAll(threads);
        set({ status: 'ready' });
      },
      putThread(thread) {
        const known = get().threads.get(thread.id);
        if (isOlder(thread, known)) return;
        noteChange(thread.id);
        setAll(new Map(get().threads).set(thread.id, withSeen(thread, known)));
      },
      dropThread(threadId) {
        noteChange(threadId);
        const threads = new Map(get().threads);
        if (threads.delete(threadId)) setAll(threads);
      },
      fail: () => set({ status: 'failed' }),
      noteSeen(marks) {
        const threads = new Map(get().threads);
        for (const { threadId, seen } of marks) {
          const thread = threads.get(threadId);
          if (thread && seen > thread.seen) threads.set(threadId, { ...thread, seen });
        }
        set({ threads });
      },
      setOpen: (isOpen) => set({ isOpen }),
      setFilter: (filter) => set({ filter }),
      show(threadId) {
        const thread = get().threads.get(threadId);
        const filter = thread && thread.resolvedAt !== null ? 'resolved' : 'open';
        set({ isOpen: true, currentId: threadId, filter, shown: get().shown + 1 });
      },
      ask: () => set({ isOpen: true, asked: get().asked + 1 }),
      setDraft(place, draft) {
        const drafts = new Map(get().drafts);
        if (draft === null || draft.text === '') drafts.delete(place);
        else drafts.set(place, draft);
        set({ drafts });
      },
      pin: (pinned) => set({ pinned }),
    };
  });
}
