/** Where a way ends: out of the map by an exit, or at a step behind which nothing comes. */
export type WayEnd = { key: string; kind: 'exit' | 'end'; stepId: string; transitionId: string | null };

/** One way through the journey. */
export type Way = {
  /** Made of its start and the transitions taken: stays the same while steps between them come, go and move. */
  id: string;
  /** In the order in which they are gone through; a step stands there again after a loop. */
  steps: readonly string[];
  /** How each of these steps is left: the id of a transition; null for going on to the next one, or for the end. */
  taken: readonly (string | null)[];
  end: WayEnd;
  /** How many loops it goes through, each once. */
  loops: number;
  /** The part of those who begin at its start and go this very way, 0–1; null when a share on it is not known. */
  share: number | null;
};

/** The ways to one end, the plainest first. */
export type WaysToEnd = { end: WayEnd; ways: readonly Way[] };

/** `more`: there are further ways, which are not listed. */
export type Ways = { ends: readonly WaysToEnd[]; count: number; more: boolean };
