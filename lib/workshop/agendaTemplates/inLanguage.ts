import { type Locale, locales } from '@/lib/i18n/locale';
import type { AgendaItem } from '../state';
import { dayLines } from './day';
import { twoHourLines } from './twoHours';

type Texts = Record<Locale, string>;

/** The texts of the templates, by each of the languages in which they may stand on an agenda. */
const known: ReadonlyMap<string, Texts> = new Map(
  [...dayLines, ...twoHourLines].flatMap(({ de, en }) =>
    [0, 1].flatMap((part) => {
      const texts: Texts = { de: de[part] ?? '', en: en[part] ?? '' };
      return locales.map((locale) => [texts[locale], texts] as const);
    }),
  ),
);

/** An agenda as it is shown to somebody: what still says what a template does says it in their language, what people wrote stays as it is. */
export function agendaInLanguage(agenda: readonly AgendaItem[], locale: Locale): AgendaItem[] {
  const say = (text: string): string => known.get(text)?.[locale] ?? text;
  return agenda.map((item) => ({ ...item, title: say(item.title), notes: say(item.notes) }));
}
