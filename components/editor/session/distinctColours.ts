/**
 * Colours for people who are here together, by id. Everybody keeps their own colour while nobody before them (by id) has it, else gets the
 * next free one: each page comes to the same result from the same people. With more people than colours some share one.
 */
export function distinctColours(people: Iterable<{ id: string; colour: number }>, count: number): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  for (const { id, colour } of people) own.set(id, colour);
  const given = new Map<string, number>();
  const taken = new Set<number>();
  for (const [id, colour] of [...own].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let next = colour;
    for (let step = 0; step < count && taken.has(next); step++) next = (next + 1) % count;
    const free = taken.has(next) ? colour : next;
    taken.add(free);
    given.set(id, free);
  }
  return given;
}
