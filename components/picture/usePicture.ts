import { useMemo } from 'react';
import { useLocale, useMessages } from 'use-intl';
import { indexMap, type MapIndex } from '@/components/editor/canvas/geometry/mapIndex';
import { makeLayoutLabels } from '@/lib/export/labels';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import type { ArrangedMap } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import type { LayoutLabels } from '@/lib/map/layout/types';

/** A map laid out as readers see it, exactly as files of it are, and the words it is drawn with. */
export type Picture = { index: MapIndex; labels: LayoutLabels };

/** Lays a map out for looking at. */
export function usePicture(map: ArrangedMap): Picture {
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  const labels = useMemo(() => makeLayoutLabels(locale, messages.canvas), [locale, messages]);
  return useMemo(() => ({ index: indexMap(map, layoutMap(map, { measure: measureText, labels })), labels }), [map, labels]);
}
