import type { ArrangedMap } from '../arrange';
import { listWays } from './listWays';
import type { Ways } from './way';
import { listPlacedSteps } from './wayChoices';

type Journey = Pick<ArrangedMap, 'stages' | 'transitions'>;

/** All that the ways of a map depend on. */
const keyOf = (map: Journey): string =>
  JSON.stringify([listPlacedSteps(map), map.transitions.map(({ id, kind, from, to, share }) => [id, kind, from, to, share])]);

let last: { key: string; ways: Ways } | null = null;

/** The ways of a map (`listWays`), remembered while it changes in other things only: most edits are words. */
export function waysOf(map: Journey): Ways {
  const key = keyOf(map);
  if (last?.key !== key) last = { key, ways: listWays(map) };
  return last.ways;
}
