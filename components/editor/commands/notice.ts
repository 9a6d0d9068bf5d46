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
  /** Whole steps, stages or lanes were copied; not everything on them is. */
  | { type: 'duplicated'; what: 'step' | 'stage' | 'lane'; count: number; undo: () => void }
  /** Several became one, which `name` names: a step's number, a stage's title. */
  | { type: 'merged'; what: 'step' | 'stage'; count: number; name: string; undo: () => void }
  | { type: 'split'; what: 'step' | 'stage'; name: string; undo: () => void }
  /** Nothing was done, because a text would have been cut, or because it was more than goes at once. */
  | { type: 'refused'; reason: 'textTooLong' | 'tooMuch' }
  | { type: 'undoTooLate' };
