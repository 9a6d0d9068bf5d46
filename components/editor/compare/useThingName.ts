import { useMemo } from 'react';
import { useLocale, useMessages } from 'use-intl';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import type { ThingName } from '@/lib/map/diff/namesOf';
import { makeThingName } from '@/lib/versions/thingName';

/** What a thing is called in a sentence of the page. */
export function useThingName(): (name: ThingName) => string {
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  return useMemo(() => makeThingName(locale, messages), [locale, messages]);
}
