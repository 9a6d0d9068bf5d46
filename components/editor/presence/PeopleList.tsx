import { Eye, EyeOff, Grid3x3, Megaphone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { PopoverClose } from '@/components/ui/Popover';
import { useEditor } from '../session/EditorContext';
import type { MapPermissions } from '../shell/mapPermissions';
import type { ShellDialog } from '../shell/shellDialog';
import { PresenceAvatar } from './PresenceAvatar';
import { byDepartment, type PersonHere, personLabel } from './peopleOf';
import { useGather } from './useGather';
import { whereIs } from './whereIs';

type Props = {
  people: readonly PersonHere[];
  permissions: Pick<MapPermissions, 'mayGather' | 'mayReadActivity'>;
  onOpen: (dialog: ShellDialog) => void;
};

/** Everybody who is here, by department: where they are, and following them; below, bringing them all here. */
export function PeopleList({ people, permissions, onOpen }: Props) {
  const t = useTranslations('together');
  const gather = useGather();
  const groups = byDepartment(people);
  const isNamed = groups.some(({ department }) => department !== '');
  return (
    <>
      {groups.map((group) => (
        <section key={group.department} aria-label={group.department || t('noDepartment')} className="mb-1">
          {isNamed ? (
            <h3 className="px-2 pt-1 font-semibold text-ink-soft text-xs">
              {group.department || t('noDepartment')} <span className="font-normal tabular-nums">({group.people.length})</span>
            </h3>
          ) : null}
          <ul>
            {group.people.map((person) => (
              <PersonLine key={person.user.id} person={person} />
            ))}
          </ul>
        </section>
      ))}
      <div className="mt-1 flex flex-col items-start gap-2 border-line border-t px-2 pt-3 empty:hidden">
        {permissions.mayGather && people.length > 1 ? (
          <PopoverClose>
            <Button size="sm" icon={<Megaphone size={14} aria-hidden="true" />} onClick={gather}>
              {t('gather')}
            </Button>
          </PopoverClose>
        ) : null}
        {permissions.mayReadActivity ? (
          <PopoverClose>
            <Button
              size="sm"
              icon={<Grid3x3 size={14} aria-hidden="true" />}
              aria-haspopup="dialog"
              onClick={() => onOpen('contributions')}
            >
              {t('contributions.open')}
            </Button>
          </PopoverClose>
        ) : null}
      </div>
    </>
  );
}

function PersonLine({ person }: { person: PersonHere }) {
  const t = useTranslations('editor.people');
  const { navigation } = useEditor();
  const target = person.isMe ? null : whereIs(person.pages);
  const text = (
    <>
      <PresenceAvatar user={person.user} />
      <span className="min-w-0 flex-1 truncate font-medium text-sm">
        {person.isMe ? t('you', { name: person.user.name }) : person.user.name}
      </span>
    </>
  );
  const className = 'flex min-w-0 flex-1 items-center gap-3 rounded-md px-2 py-1.5 text-left pointer-coarse:min-h-11';
  return (
    <li className="flex items-center gap-1">
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
      {person.isMe ? null : <FollowButton person={person} />}
    </li>
  );
}

function FollowButton({ person: { user } }: { person: PersonHere }) {
  const t = useTranslations('together');
  const { together } = useEditor();
  const isFollowed = useStore(together, (state) => state.following === user.id);
  return (
    <PopoverClose>
      <IconButton
        label={t(isFollowed ? 'stopFollowing' : 'followName', { name: user.name })}
        icon={isFollowed ? <EyeOff size={18} /> : <Eye size={18} />}
        onClick={() => {
          if (isFollowed) together.getState().stopFollowing();
          else together.getState().follow(user.id);
        }}
      />
    </PopoverClose>
  );
}
