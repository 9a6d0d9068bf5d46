import { useTranslations } from 'use-intl';
import { onPresenceColour } from '../presence/presenceColour';
import type { PersonAt } from './usePersonAt';

/** Who is at something in the list, at its upper right edge. Lies in a positioned parent, whose frame has their colour. */
export function PersonTag({ person }: { person: PersonAt }) {
  const t = useTranslations('together');
  return (
    <span
      data-person-here={person.name}
      className="pointer-events-none absolute -top-3 right-2 max-w-[70%] truncate rounded-full px-2 font-semibold text-xs leading-4.5"
      style={{ background: person.colour, color: onPresenceColour }}
    >
      {person.typing ? t('typing', { name: person.name }) : person.name}
    </span>
  );
}

/** The frame of something at which somebody is. */
export const frameOf = (person: PersonAt | null) => (person ? { boxShadow: `0 0 0 2px ${person.colour}` } : undefined);
