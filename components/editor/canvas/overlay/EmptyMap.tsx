'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { addStageTo } from '../../commands/addStage';
import { useEditor } from '../../session/EditorContext';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { focusOpenText } from '../interaction/focusOpenText';

/** On a map without a stage: what a map is, in one sentence, and one button to begin. */
export function EmptyMap() {
  const t = useTranslations('editor.canvas.empty');
  const canvas = useCanvas();
  const { canWrite } = useEditor();
  const index = useMapIndex();
  if (!canWrite || index.map.stages.length > 0) return null;
  return (
    <div className="map-empty" data-own-pointer>
      <p className="font-semibold text-lg">{t('title')}</p>
      <p className="mt-1 mb-4 text-ink-soft">{t('text')}</p>
      <Button
        variant="primary"
        onClick={() => {
          addStageTo(canvas.context());
          requestAnimationFrame(() => focusOpenText(canvas));
        }}
      >
        {t('action')}
      </Button>
    </div>
  );
}
