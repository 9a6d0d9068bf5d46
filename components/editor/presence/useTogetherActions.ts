import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { ShellAction } from '../finding/usePaletteActions';
import { useEditor, usePresenceText } from '../session/EditorContext';
import { peopleOf } from './peopleOf';

/** Following somebody, for the command palette: a line for each person who is here, and one that ends it. */
export function useTogetherActions(): readonly ShellAction[] {
  const t = useTranslations('together');
  const { me, together } = useEditor();
  const following = useStore(together, (state) => state.following);
  const people = usePresenceText((others) =>
    JSON.stringify(peopleOf(me, others).flatMap(({ user, isMe }) => (isMe ? [] : [[user.id, user.name]]))),
  );
  return useMemo(() => {
    const { follow, stopFollowing } = together.getState();
    return (JSON.parse(people) as [string, string][]).map(([id, name]) =>
      id === following
        ? { id: `follow-${id}`, title: t('stopFollowing', { name }), run: stopFollowing }
        : { id: `follow-${id}`, title: t('followName', { name }), run: () => follow(id) },
    );
  }, [people, following, together, t]);
}
