import type { Transition } from '@/lib/map/transition';

/** Where a transition leads when its kind changes: an exit leads nowhere, everything else to where it led, or to some other step. */
export function targetFor(
  kind: Transition['kind'],
  { from, to }: Pick<Transition, 'from' | 'to'>,
  steps: readonly { id: string }[],
): string | null {
  if (kind === 'exit') return null;
  if (to !== null) return to;
  const index = steps.findIndex(({ id }) => id === from);
  const other = kind === 'back' ? steps[index - 1] : steps[index + (kind === 'skip' ? 2 : 1)];
  return other?.id ?? steps.find(({ id }) => id !== from)?.id ?? from;
}
