'use client';

import { useTranslations } from 'use-intl';
import { Popover } from '@/components/ui/Popover';
import { Tooltip } from '@/components/ui/Tooltip';
import { useEditor, usePresence } from '../session/EditorContext';
import type { MapPermissions } from '../shell/mapPermissions';
import type { ShellDialog } from '../shell/shellDialog';
import { PeopleList } from './PeopleList';
import { PresenceAvatar } from './PresenceAvatar';
import { type PersonHere, peopleOf, personLabel } from './peopleOf';
import { whereIs } from './whereIs';

const shownAtMost = 4;

type Props = { permissions: MapPermissions; onOpen: (dialog: ShellDialog) => void };

/** Who is here: discs that lead to the person's place on the map, and a list of everybody. */
export function PeopleHere({ permissions, onOpen }: Props) {
  const t = useTranslations('editor.people');
  const { me } = useEditor();
  const people = peopleOf(me, usePresence());
  const others = people.filter((person) => !person.isMe);
  const shown = others.slice(0, others.length > shownAtMost ? shownAtMost - 1 : shownAtMost);
  const rest = others.length - shown.length;
  return (
    <div className="flex items-center" data-people={people.length}>
      <ul aria-label={t('others')} className="flex items-center gap-1 max-lg:hidden">
        {shown.map((person) => (
          <li key={person.user.id}>
            <PersonButton person={person} />
          </li>
        ))}
      </ul>
      <Popover
        label={t('here', { count: people.length })}
        align="end"
        className="w-80"
        trigger={
          <button
            type="button"
            aria-label={t('here', { count: people.length })}
            className="ml-1 inline-flex h-9 min-w-9 items-center justify-center gap-1 rounded-md px-1 hover:bg-hover aria-expanded:bg-hover pointer-coarse:h-11"
          >
            <PresenceAvatar user={me} />
            {rest > 0 ? <span className="pr-1 font-semibold text-ink-soft text-xs max-lg:hidden">+{rest}</span> : null}
            {others.length > 0 ? (
              <span className="pr-1 font-semibold text-ink-soft text-xs lg:hidden">+{others.length}</span>
            ) : null}
          </button>
        }
      >
        <p className="px-2 pb-2 font-semibold text-sm">{t('here', { count: people.length })}</p>
        <PeopleList people={people} permissions={permissions} onOpen={onOpen} />
      </Popover>
    </div>
  );
}

function PersonButton({ person }: { person: PersonHere }) {
  const t = useTranslations('editor.people');
  const { navigation } = useEditor();
  const target = whereIs(person.pages);
  const label = personLabel(person.user);
  return (
    <Tooltip label={label}>
      <button
        type="button"
        aria-label={t('goTo', { name: label })}
        className="block rounded-full"
        onClick={() => target && navigation.goTo(target)}
      >
        <PresenceAvatar user={person.user} />
      </button>
    </Tooltip>
  );
}
