import { layoutLabels } from '@/lib/export/localeLabels';
import type { Locale } from '@/lib/i18n/locale';
import { arrange } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import type { MapLayout } from '@/lib/map/layout/types';

/** A map's layout, and what every backend wants to know beside it. */
export function sceneOf(map: JourneyMap, locale: Locale = 'en', scheme: 'light' | 'dark' = 'light') {
  const labels = layoutLabels(locale);
  const layout: MapLayout = layoutMap(arrange(map), { measure: measureText, labels });
  return { layout, options: { labels, scheme, title: map.meta.title, description: 'A map for tests' } };
}
