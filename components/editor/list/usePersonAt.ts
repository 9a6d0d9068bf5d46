import { useCallback, useRef, useSyncExternalStore } from 'react';
import { presenceColour } from '../presence/presenceColour';
import { useEditor } from '../session/EditorContext';
import type { RemotePresence } from '../session/remotePresence';
import { recordKeyOf } from '../text/textKey';

/** Somebody at a thing: their name, their colour as a CSS value, and whether they are writing in it. */
export type PersonAt = { name: string; colour: string; typing: boolean };

const known = new WeakMap<readonly RemotePresence[], ReadonlyMap<string, PersonAt>>();

/** Who is at what, by reference key; whoever writes there before whoever only holds it. Made once for all who ask about the same news. */
function peopleByKey(others: readonly RemotePresence[]): ReadonlyMap<string, PersonAt> {
  const before = known.get(others);
  if (before) return before;
  const people = new Map<string, PersonAt>();
  const put = (key: string, person: PersonAt): void => {
    if (person.typing || !people.has(key)) people.set(key, person);
  };
  for (const { user, state } of others) {
    const person = { name: user.name, colour: presenceColour(user.colour), typing: false };
    if (state.editing) put(recordKeyOf(state.editing.key), { ...person, typing: true });
    for (const key of [state.selection?.at(-1), ...(state.dragging?.keys ?? [])]) if (key !== undefined) put(key, person);
  }
  known.set(others, people);
  return people;
}

const isSame = (a: PersonAt | null, b: PersonAt | null): boolean =>
  a === b || (a !== null && b !== null && a.name === b.name && a.colour === b.colour && a.typing === b.typing);

/** Who else writes in something, drags it or has it selected; null when nobody does. Renders again only when that changes. */
export function usePersonAt(key: string): PersonAt | null {
  const { others } = useEditor().session.presence;
  const shown = useRef<PersonAt | null>(null);
  const read = useCallback(() => {
    const next = peopleByKey(others.get()).get(key) ?? null;
    if (!isSame(next, shown.current)) shown.current = next;
    return shown.current;
  }, [others, key]);
  return useSyncExternalStore(others.subscribe, read, read);
}
