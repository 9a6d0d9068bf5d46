'use client';

import { useEffect } from 'react';
import { useLocale } from 'use-intl';
import { type EventWatcher, watchEvents } from '@/components/live/watchEvents';
import { localeSchema } from '@/lib/i18n/locale';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { followWorkshop } from './followWorkshop';

/** The line by which the workshop on the open map comes in, for everybody who sees the map. */
export function useWorkshopLine(): void {
  const { session, workshop } = useEditor();
  const locale = localeSchema.parse(useLocale());
  const lost = useAccessLost();
  useEffect(() => {
    if (lost) return;
    const watch = (watcher: EventWatcher) => watchEvents(`map=${encodeURIComponent(session.mapId)}`, watcher);
    return followWorkshop(session.mapId, workshop, locale, watch);
  }, [session.mapId, workshop, locale, lost]);
}
