import type { ArrangedMap } from '../arrange';
import type { Way } from './way';

/** What lies on a way: its steps, the transitions taken, and those that run beside it at the same time, with the steps to which they lead. */
export type OnWay = { steps: ReadonlySet<string>; transitions: ReadonlySet<string> };

/** Everything of a map that belongs to a way. */
export function listOnWay(map: Pick<ArrangedMap, 'transitions'>, way: Pick<Way, 'steps' | 'taken'>): OnWay {
  const steps = new Set(way.steps);
  const transitions = new Set(way.taken.filter((id) => id !== null));
  for (const { id, kind, from, to } of map.transitions) {
    if (kind !== 'parallel' || !way.steps.includes(from)) continue;
    transitions.add(id);
    if (to !== null) steps.add(to);
  }
  return { steps, transitions };
}
