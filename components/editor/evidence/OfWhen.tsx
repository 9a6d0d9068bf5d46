'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';

/**
 * Of when figures are while the map is shown as it was: as they were kept with it, or of today all the same (`ofToday`). Nothing while it is shown as it is.
 */
export function OfWhen({ ofToday = false, className = '' }: { ofToday?: boolean; className?: string }) {
  const t = useTranslations('evidence.kept');
  const { evidence, versions } = useEditor();
  const isNow = useStore(evidence, (state) => state.isNow);
  const hasKept = useStore(evidence, ({ onMap }) => [...(onMap?.values() ?? [])].some(({ figures }) => figures.length > 0));
  const shown = useStore(versions, (state) => state.shown);
  if (isNow) return null;
  const version = shown?.number ?? 0;
  const isVersion = shown === null ? 'no' : 'yes';
  return (
    <p role="status" className={`text-ink-soft text-sm ${className}`}>
      {t(ofToday ? 'ofToday' : hasKept ? 'asKept' : 'none', { version, isVersion })}
    </p>
  );
}
