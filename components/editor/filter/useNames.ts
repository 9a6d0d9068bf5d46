import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useEditor, usePresenceText } from '../session/EditorContext';

/** What people are called, by actor id: those of whom the server told, and those who are here. */
export function useNames(): ReadonlyMap<string, string> {
  const { lens, me } = useEditor();
  const authors = useStore(lens, (state) => state.authors);
  const here = usePresenceText((others) => JSON.stringify(others.map(({ user }) => [user.id, user.name])));
  return useMemo(
    () => new Map([...(authors?.names ?? []), ...(JSON.parse(here) as [string, string][]), [me.id, me.name]]),
    [authors, here, me.id, me.name],
  );
}
