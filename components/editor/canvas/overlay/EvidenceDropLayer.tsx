'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { LinkTarget } from '@/lib/map/evidenceLink';
import { referenceOfTarget } from '../../evidence/linkTargets';
import { useTargetName } from '../../evidence/useTargetName';
import { useEditor } from '../../session/EditorContext';
import { useMapIndex } from '../CanvasContext';
import { findBoxOf } from '../geometry/boxOf';

/** What on the map a quote that is dragged over it would be linked to. */
export function EvidenceDropLayer() {
  const { evidence } = useEditor();
  const over = useStore(evidence, (state) => state.over);
  return over ? <Target over={over} /> : null;
}

function Target({ over }: { over: LinkTarget }) {
  const t = useTranslations('evidence');
  const nameOf = useTargetName();
  const index = useMapIndex();
  const column = over.type === 'step' ? index.stepById.get(over.id)?.column : undefined;
  const box = column ?? findBoxOf(index, referenceOfTarget(over));
  if (!box) return null;
  return (
    <div className="map-drop-frame" style={{ left: box.x, top: box.y, width: box.width, height: box.height }}>
      <span className="map-drop-words">{t('dropHere', { target: nameOf(over) })}</span>
    </div>
  );
}
