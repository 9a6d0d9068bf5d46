'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useEditor } from '../../session/EditorContext';
import { useMapIndex } from '../CanvasContext';
import { findBoxOf } from '../geometry/boxOf';

/** Where files that are dragged over the map would go. */
export function FileDropLayer() {
  const { files } = useEditor();
  const over = useStore(files.state, (state) => state.over);
  return over ? <Target over={over} /> : null;
}

function Target({ over }: { over: NonNullable<ReturnType<ReturnType<typeof useEditor>['files']['state']['getState']>['over']> }) {
  const t = useTranslations('cardParts.files');
  const box = findBoxOf(useMapIndex(), over);
  if (!box) return null;
  return (
    <div className="map-drop-frame" style={{ left: box.x, top: box.y, width: box.width, height: box.height }}>
      <span className="map-drop-words">{t(over.type === 'card' ? 'dropOnCard' : 'dropInCell')}</span>
    </div>
  );
}
