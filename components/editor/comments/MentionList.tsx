'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import type { MentionField, Person } from './useMentionField';

type Props = { id: string; mention: MentionField };

export const mentionOptionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The people who can be addressed, under the field in which somebody looks for them. The focus stays in the field. */
export function MentionList({ id, mention }: Props) {
  const t = useTranslations('comments.mention');
  const { matches, active } = mention;
  return (
    <>
      <p role="status" className={matches?.length === 0 ? 'mt-1 text-ink-soft text-sm' : 'sr-only'}>
        {matches ? t('found', { count: matches.length }) : ''}
      </p>
      {matches && matches.length > 0 ? (
        <div
          id={id}
          role="listbox"
          aria-label={t('list')}
          className="mt-1 rounded-lg border border-line bg-surface-raised p-1 shadow-float"
        >
          {matches.map((person, index) => (
            <Option
              key={person.id}
              id={mentionOptionId(id, index)}
              person={person}
              isActive={index === active}
              onChoose={mention.choose}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

type OptionProps = { id: string; person: Person; isActive: boolean; onChoose: (person: Person) => void };

function Option({ id, person, isActive, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of the list.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      // Before the field loses the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(person)}
      className={clsx(
        'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-sm hover:bg-hover pointer-coarse:min-h-11',
        isActive && 'bg-hover',
      )}
    >
      <Avatar name={person.name} size={20} decorative />
      <span className="truncate">{person.name}</span>
    </div>
  );
}
