import type { Locale } from '@/lib/i18n/locale';
import type { AgendaEntry } from './actions/agendaActions';
import { dayLines } from './agendaTemplates/day';
import { twoHourLines } from './agendaTemplates/twoHours';

/** An agenda to begin with. */
export type AgendaTemplate = { id: 'day' | 'twoHours'; items: readonly AgendaEntry[] };

/** The agendas that are offered, in somebody's language. */
export function listAgendaTemplates(locale: Locale): readonly AgendaTemplate[] {
  const toEntries = (lines: typeof dayLines): readonly AgendaEntry[] =>
    lines.map(({ minutes, [locale]: [title, notes] }) => ({ title, minutes, notes }));
  return [
    { id: 'twoHours', items: toEntries(twoHourLines) },
    { id: 'day', items: toEntries(dayLines) },
  ];
}
