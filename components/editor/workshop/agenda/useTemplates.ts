'use client';

import { useLocale } from 'use-intl';
import { localeSchema } from '@/lib/i18n/locale';
import { type AgendaTemplate, listAgendaTemplates } from '@/lib/workshop/agendaTemplates';

/** The agendas to begin with, in the page's language. */
export function useTemplates(): readonly AgendaTemplate[] {
  return listAgendaTemplates(localeSchema.parse(useLocale()));
}
