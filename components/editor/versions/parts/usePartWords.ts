import { useLocale, useTranslations } from 'use-intl';
import { type MapPart, partTypes } from '@/lib/document/restore/parts';
import { Names } from '@/lib/map/diff/namesOf';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { useThingName } from '../../compare/useThingName';

const lists = { stage: 'stages', step: 'steps', lane: 'lanes', card: 'cards' } as const;

/** So many parts are named at most; of more it says how many of which kind. */
const mostNames = 3;

const known = new WeakMap<JourneyMap, Names>();

function namesOf(map: JourneyMap): Names {
  const before = known.get(map);
  if (before) return before;
  const made = new Names(map, map);
  known.set(map, made);
  return made;
}

/** How parts of a version are spoken of. */
export function usePartWords() {
  const t = useTranslations('versions.parts');
  const locale = useLocale();
  // As the sentences of what differs list things.
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' });
  const nameOf = useThingName();
  const called = ({ type, id }: MapPart, map: JourneyMap): string => nameOf(namesOf(map).of({ collection: lists[type], id }));
  const say = (as: 'subject' | 'object', { type, id }: MapPart, map: JourneyMap): string =>
    t(as, { type, name: called({ type, id }, map) });
  const counts = (parts: readonly MapPart[]): string =>
    list.format(
      partTypes.flatMap((type) => {
        const count = parts.filter((part) => part.type === type).length;
        return count > 0 ? [t(`count.${type}`, { count })] : [];
      }),
    );
  return {
    /** What it says, and nothing before it: “Calls” in quotation marks. */
    nameOf: called,
    /** As somebody does something: “The step ‘Calls’”, “2 steps and 3 cards”. */
    asSubject: (parts: readonly MapPart[], map: JourneyMap): string =>
      parts[0] && parts.length === 1 ? capital(say('subject', parts[0], map)) : counts(parts),
    /** As something is done with it: “the step ‘Calls’”, “2 steps and 3 cards”. */
    asObject: (parts: readonly MapPart[], map: JourneyMap): string =>
      parts[0] && parts.length === 1 ? say('object', parts[0], map) : counts(parts),
    /** By their names, while they are few. */
    named: (as: 'subject' | 'object', parts: readonly MapPart[], map: JourneyMap): string =>
      parts.length > mostNames ? counts(parts) : list.format(parts.map((part) => say(as, part, map))),
  };
}

/** With a capital letter, as at the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
