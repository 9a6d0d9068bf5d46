import { type CountCube, type CubeSlice, type DayCounts, toSlice } from './countCube';
import { addCount } from './scoreCounts';

function addDay(a: DayCounts, b: DayCounts): DayCounts {
  const counts = new Map(a.counts);
  for (const [score, count] of b.counts) addCount(counts, score, count);
  return { day: a.day, counts: [...counts] };
}

/** The days of both, which are in order, in order. */
function mergeDays(a: readonly DayCounts[], b: readonly DayCounts[]): DayCounts[] {
  const merged: DayCounts[] = [];
  let next = 0;
  for (const day of a) {
    for (let other = b[next]; other && other.day < day.day; other = b[++next]) merged.push(other);
    const same = b[next];
    if (same?.day === day.day) {
      merged.push(addDay(day, same));
      next += 1;
    } else merged.push(day);
  }
  return merged.concat(b.slice(next));
}

/** What is counted in two cubes of one column. Slices that only one of them has are taken as they are. */
export function foldCube(base: CountCube, more: CountCube): CountCube {
  const slices = new Map<string, CubeSlice>(base.map((slice) => [slice.group, slice]));
  for (const slice of more) {
    const known = slices.get(slice.group);
    slices.set(slice.group, known ? toSlice(known, mergeDays(known.days, slice.days)) : slice);
  }
  return [...slices.values()];
}
