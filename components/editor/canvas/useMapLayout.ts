import { useMemo } from 'react';
import { useLocale, useMessages, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { makeLayoutLabels } from '@/lib/export/labels';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { indexMap, type MapIndex } from './geometry/mapIndex';

/** The map's layout as it is now, and the words it was made with. Line breaks are cached, so a key press costs little more than the map's size. */
export function useMapLayout(): { index: MapIndex; labels: LayoutLabels } {
  const map = useArrangedMap();
  const { canWrite, lens } = useEditor();
  const evidenceView = useStore(lens, (state) => state.evidenceView);
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  const t = useTranslations('editor.canvas');
  const labels = useMemo(() => makeLayoutLabels(locale, messages.canvas), [locale, messages]);
  const placeholders = useMemo(
    () => (canWrite ? { persona: t('placeholder.persona'), scenario: t('placeholder.scenario') } : {}),
    [canWrite, t],
  );
  const index = useMemo(
    () => indexMap(map, layoutMap(map, { measure: measureText, labels, placeholders, evidenceView })),
    [map, labels, placeholders, evidenceView],
  );
  return { index, labels };
}
