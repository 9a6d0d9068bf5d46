'use client';

import { Diamond, Route, ScanEye } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import type { CommandId } from '../../commands/commandIds';
import { isApple } from '../../commands/shortcut';
import { shortcutOf } from '../../commands/shortcutOf';
import { useEditor } from '../../session/EditorContext';
import { useCanvas } from '../CanvasContext';

/** Through what to look at the map: the ways, the moments one by one, how much is known. */
export function LensControls() {
  const t = useTranslations('editor.lens');
  const { lens } = useEditor();
  const canvas = useCanvas();
  const locale = useLocale();
  const panel = useStore(lens, (state) => state.panel);
  const evidenceView = useStore(lens, (state) => state.evidenceView);
  const shortcut = (id: CommandId): string => shortcutOf(id, isApple(navigator.platform), locale) ?? '';
  const toggleMoments = (): void => {
    if (panel === 'moments') lens.getState().close();
    else lens.getState().open('moments');
  };
  return (
    <div role="toolbar" aria-label={t('controls')} className="map-controls" data-own-pointer>
      <IconButton
        size="sm"
        tooltipSide="top"
        label={t('ways.title')}
        shortcut={shortcut('showWays')}
        aria-pressed={panel === 'ways'}
        icon={<Route className="size-4" />}
        onClick={() => canvas.commands.run('showWays')}
      />
      <IconButton
        size="sm"
        tooltipSide="top"
        label={t('moments.title')}
        shortcut={shortcut('nextMoment')}
        aria-pressed={panel === 'moments'}
        icon={<Diamond className="size-4" />}
        onClick={toggleMoments}
      />
      <IconButton
        size="sm"
        tooltipSide="top"
        label={t('evidence.title')}
        shortcut={shortcut('toggleEvidenceView')}
        aria-pressed={evidenceView}
        icon={<ScanEye className="size-4" />}
        onClick={() => canvas.commands.run('toggleEvidenceView')}
      />
    </div>
  );
}
