import type { DeletedThings } from './deletedThings';

/** What is said where everybody sees it, because more happened, or less, than one might think. */
export type Notice =
  /** `undo` takes back this deletion; once something else was done since, it only says how to get there. */
  | { type: 'deleted'; things: DeletedThings; undo: () => void }
  /** Lanes that this person has hidden. */
  | { type: 'lanesHidden'; titles: readonly string[]; undo: () => void }
  /** The lane that this person was in has been hidden. `show` is null for whoever may not. */
  | { type: 'laneGone'; title: string; wrote: boolean; show: (() => void) | null }
  /** A paste of more lines than one paste takes. */
  | { type: 'pastedPart'; made: 'cards' | 'steps'; count: number; total: number }
  /** What a pasted table made. */
  | { type: 'pastedTable'; steps: number; lanes: number; entries: number; undo: () => void }
  /** What a pasted table was to go to is gone. */
  | { type: 'tableGone' }
  | { type: 'undoTooLate' };
