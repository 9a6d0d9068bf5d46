'use client';

import { useTranslations } from 'use-intl';
import { Popover, PopoverClose } from '@/components/ui/Popover';
import { Tooltip } from '@/components/ui/Tooltip';
import { useEditor, usePresence } from '../session/EditorContext';
import { PresenceAvatar } from './PresenceAvatar';
import { type PersonHere, peopleOf, personLabel } from './peopleOf';
import { whereIs } from './whereIs';

const shownAtMost = 4;

/** Who is here: discs that lead to the person's place on the map, and a list of everybody. */
export function PeopleHere() {
  const t = useTranslations('editor.people');
  const { me } = useEditor();
  const people = peopleOf(me, usePresence());
  const others = people.filter((person) => !person.isMe);
  const shown = others.slice(0, others.length > shownAtMost ? shownAtMost - 1 : shownAtMost);
  const rest = others.length - shown.length;
  return (
    <div className="flex items-center" data-people={people.length}>
      <ul aria-label={t('others')} className="flex items-center -space-x-1 max-md:hidden">
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
            {rest > 0 ? <span className="pr-1 font-semibold text-ink-soft text-xs max-md:hidden">+{rest}</span> : null}
            {others.length > 0 ? (
              <span className="pr-1 font-semibold text-ink-soft text-xs md:hidden">+{others.length}</span>
            ) : null}
          </button>
        }
      >
        <p className="px-2 pb-2 font-semibold text-sm">{t('here', { count: people.length })}</p>
        <ul>
          {people.map((person) => (
            <PersonLine key={person.user.id} person={person} />
          ))}
        </ul>
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
        className="block rounded-full ring-2 ring-paper"
        onClick={() => target && navigation.goTo(target)}
      >
        <PresenceAvatar user={person.user} />
      </button>
    </Tooltip>
  );
}

function PersonLine({ person }: { person: PersonHere }) {
  const t = useTranslations('editor.people');
  const { navigation } = useEditor();
  const target = person.isMe ? null : whereIs(person.pages);
  const text = (
    <>
      <PresenceAvatar user={person.user} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm">
          {person.isMe ? t('you', { name: person.user.name }) : person.user.name}
        </span>
        {person.user.department === '' ? null : (
          <span className="block truncate text-ink-faint text-xs">{person.user.department}</span>
        )}
      </span>
    </>
  );
  const className = 'flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-left';
  return (
    <li>
      {target ? (
        <PopoverClose>
          <button
            type="button"
            aria-label={t('goTo', { name: personLabel(person.user) })}
            className={`${className} hover:bg-hover`}
            onClick={() => navigation.goTo(target)}
          >
            {text}
          </button>
        </PopoverClose>
      ) : (
        <div className={className}>{text}</div>
      )}
    </li>
  );
}
