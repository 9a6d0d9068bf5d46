import type { PresenceUser } from '@/lib/document/presence';
import type { RemotePresence } from '../session/remotePresence';

/** One person, however many pages they have open; `pages` is empty for whoever is only here, on this page. */
export type PersonHere = { user: PresenceUser; isMe: boolean; pages: readonly RemotePresence[] };

/** Everybody who is here: oneself first, then by name. Two people of one name stay two. */
export function peopleOf(me: PresenceUser, others: readonly RemotePresence[]): PersonHere[] {
  const pages = new Map<string, RemotePresence[]>();
  for (const other of others) {
    const known = pages.get(other.user.id);
    if (known) known.push(other);
    else pages.set(other.user.id, [other]);
  }
  const mine: PersonHere = { user: me, isMe: true, pages: pages.get(me.id) ?? [] };
  const rest = [...pages.entries()].flatMap(([id, own]): PersonHere[] => {
    const [first] = own;
    return first && id !== me.id ? [{ user: first.user, isMe: false, pages: own }] : [];
  });
  return [mine, ...rest.sort((a, b) => a.user.name.localeCompare(b.user.name) || (a.user.id < b.user.id ? -1 : 1))];
}

/** Name and department, as they stand in a tooltip: "Anna · Buchhaltung". */
export function personLabel(user: PresenceUser): string {
  return user.department === '' ? user.name : `${user.name} · ${user.department}`;
}

/** People by department, in the order of their names; those without one come last, under an empty name. */
export function byDepartment(people: readonly PersonHere[]): { department: string; people: PersonHere[] }[] {
  const groups = new Map<string, PersonHere[]>();
  for (const person of people) {
    const department = person.user.department.trim();
    const group = groups.get(department);
    if (group) group.push(person);
    else groups.set(department, [person]);
  }
  return [...groups]
    .map(([department, members]) => ({ department, people: members }))
    .sort((a, b) => Number(a.department === '') - Number(b.department === '') || a.department.localeCompare(b.department));
}
