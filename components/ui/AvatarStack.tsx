'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from './Avatar';

type Person = { id: string; name: string; colour?: string | undefined };

/** A few people side by side, the rest as a number. */
export function AvatarStack({
  people,
  max = 4,
  size = 28,
  label,
}: {
  people: readonly Person[];
  max?: number;
  size?: number;
  label: string;
}) {
  const t = useTranslations('common');
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const rest = people.length - shown.length;
  return (
    <ul aria-label={label} className="flex items-center -space-x-1.5">
      {shown.map((person) => (
        <li key={person.id} className="rounded-full ring-2 ring-paper" title={person.name}>
          <Avatar name={person.name} colour={person.colour} size={size} className="align-top" />
        </li>
      ))}
      {rest > 0 ? (
        <li
          className="inline-flex items-center justify-center rounded-full bg-ink-faint font-semibold text-white text-xs ring-2 ring-paper dark:text-paper"
          style={{ minWidth: size, height: size }}
          title={people
            .slice(shown.length)
            .map((person) => person.name)
            .join(', ')}
        >
          <span aria-hidden="true">+{rest}</span>
          <span className="sr-only">{t('others', { count: rest })}</span>
        </li>
      ) : null}
    </ul>
  );
}
