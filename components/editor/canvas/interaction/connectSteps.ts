import { addTransition, updateTransition } from '@/lib/document/operations/transitions';
import type { TransitionKind } from '@/lib/map/transition';
import type { CommandContext } from '../../commands/command';
import type { TransitionEnd } from '../gestures';

/** Knows the numbers of steps. */
type Numbers = { stepById: { get(id: string): { number: number } | undefined } };

/** The kind of a transition by where it leads: out, back (or to the same step again), to the next step, or past some. */
export function transitionKindOf({ stepById }: Numbers, from: string, to: string | null): TransitionKind {
  if (to === null) return 'exit';
  const distance = (stepById.get(to)?.number ?? 0) - (stepById.get(from)?.number ?? 0);
  if (distance <= 0) return 'back';
  return distance === 1 ? 'onward' : 'skip';
}

/** Adds a transition and opens its words. */
export function connectSteps(context: CommandContext, from: string, to: string | null): void {
  const id = addTransition(context.doc, { kind: transitionKindOf(context.index, from, to), from, to });
  if (id) context.selection.getState().edit({ type: 'transition', id });
}

/** What kind a transition is with other ends: as before, unless that said no more than where it led, or cannot be so. */
export function kindAfter(
  index: Numbers,
  before: { kind: TransitionKind; from: string; to: string | null },
  from: string,
  to: string | null,
): TransitionKind {
  const said = before.kind !== transitionKindOf(index, before.from, before.to);
  const canStay = to !== null && to !== from && before.kind !== 'exit';
  return said && canStay ? before.kind : transitionKindOf(index, from, to);
}

/** Lets a transition begin at, or lead to, another step; to null for out of the journey. Its words and share stay. */
export function retarget(
  { doc, index, announce }: CommandContext,
  id: string,
  end: TransitionEnd,
  stepId: string | null,
): boolean {
  const before = index.map.transitions.find((transition) => transition.id === id);
  const from = end === 'from' ? stepId : before?.from;
  if (!before || !from) return false;
  const to = end === 'to' ? stepId : before.to;
  const done = updateTransition(doc, { id, from, to, kind: kindAfter(index, before, from, to) });
  if (done) announce('moved');
  return done;
}
