import { useMemo, useRef } from 'react';
import { useLocale, useMessages, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { makeLayoutLabels } from '@/lib/export/labels';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { withEvidence } from '@/lib/map/mapEvidence';
import { onlyPersona } from '@/lib/map/onlyPersona';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { indexMap, type MapIndex } from './geometry/mapIndex';
import { withLaneHeight } from './geometry/withLaneHeight';
import type { GestureStore } from './gestures';

/** Room below the lanes for the button that tells of hidden ones, in pixels of the map. */
const hiddenLanesRoom = 32;

/**
 * The map's layout as it is now, and the words it was made with: for the personas that this person looks at, and with a lane as high as its
 * edge has been drawn. Line breaks are cached, so a key press costs little more than the map's size.
 */
export function useMapLayout(gestures: GestureStore): { index: MapIndex; labels: LayoutLabels } {
  const whole = useArrangedMap();
  const { canWrite, lens, personaView, evidence: said } = useEditor();
  const evidence = useStore(said, (state) => state.onMap);
  const evidenceView = useStore(lens, (state) => state.evidenceView);
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  const t = useTranslations('editor.canvas');
  const labels = useMemo(() => makeLayoutLabels(locale, messages.canvas), [locale, messages]);
  const placeholders = useMemo(
    () =>
      canWrite
        ? { persona: t('placeholder.persona'), scenario: t('placeholder.scenario'), goal: t('placeholder.goal') }
        : // Whoever may only look sees nothing in it, but everything else at the same place as those who write.
          { goal: '\u00a0' },
    [canWrite, t],
  );
  const alone = useStore(personaView, (state) => state.alone);
  const drawn = useStore(gestures, ({ gesture }) => (gesture.type === 'laneHeight' ? gesture : null));
  const map = useMemo(() => onlyPersona(withEvidence(whole, evidence), alone), [whole, evidence, alone]);
  // What is entered from it is compared, so it may be any earlier one.
  const last = useRef<MapIndex>(undefined);
  const index = useMemo(() => {
    const shown = drawn ? withLaneHeight(map, drawn.laneId, drawn.height) : map;
    const layout = layoutMap(shown, {
      ...{ measure: measureText, labels, placeholders, evidenceView, evidence, legendPersonas: whole.personas },
      ...(map.hiddenLanes.length > 0 ? { roomBelowLanes: hiddenLanesRoom } : {}),
    });
    const made = indexMap(shown, layout, last.current);
    last.current = made;
    return made;
  }, [map, whole, drawn, labels, placeholders, evidenceView, evidence]);
  return { index, labels };
}
