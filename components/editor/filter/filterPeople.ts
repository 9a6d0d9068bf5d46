import type { PresenceUser } from '@/lib/document/presence';

export type FilterPerson = { id: string; name: string };

/** The people of whom there is a card, oneself first, then by name; those without a name any more cannot be chosen. */
export function listFilterPeople(
  authors: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  me: Pick<PresenceUser, 'id' | 'name'>,
): FilterPerson[] {
  const people = [...new Set(authors.values())].flatMap((id): FilterPerson[] => {
    const name = id === me.id ? me.name : names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  const rank = ({ id }: FilterPerson): number => (id === me.id ? 0 : 1);
  return people.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
