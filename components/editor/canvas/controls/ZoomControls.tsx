'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { isApple } from '../../commands/shortcut';
import { shortcutOf } from '../../commands/shortcutOf';
import { useCanvas } from '../CanvasContext';
import type { MinimapChoice } from '../useMinimapChoice';

const levels = [0.25, 0.5, 0.75, 1, 1.5, 2] as const;

type Props = { minimap: MinimapChoice };

/** Zoom out, level, zoom in, fit, and the overview map's switch. */
export function ZoomControls({ minimap }: Props) {
  const t = useTranslations('editor.canvas');
  const format = useFormatter();
  const { commands, view, index } = useCanvas();
  const percent = useFlowStore(({ transform }) => Math.round(transform[2] * 100));
  const written = format.number(percent / 100, { style: 'percent' });
  const locale = useLocale();
  const apple = isApple(navigator.platform);
  const shortcut = (id: 'zoomIn' | 'zoomOut' | 'fit') => shortcutOf(id, apple, locale) ?? '';
  const fitWidth = (): void => {
    const { width } = index.get().layout;
    const size = view.size();
    view.set({ x: 0, y: 16, zoom: Math.min(2, Math.max(0.05, size.width / width)) }, { smooth: true });
  };
  return (
    <div role="toolbar" aria-label={t('zoomLevel', { percent: written })} className="map-controls" data-own-pointer>
      {minimap.hasRoom ? (
        <IconButton
          size="sm"
          tooltipSide="top"
          label={t(minimap.shown ? 'hideMinimap' : 'showMinimap')}
          aria-pressed={minimap.shown}
          icon={<MapIcon className="size-4" />}
          onClick={minimap.toggle}
        />
      ) : null}
      <IconButton
        size="sm"
        tooltipSide="top"
        label={t('zoomOut')}
        shortcut={shortcut('zoomOut')}
        icon={<Minus className="size-4" />}
        onClick={() => commands.run('zoomOut')}
      />
      <Menu
        align="end"
        trigger={
          <button type="button" className="map-zoom-level" aria-label={t('zoomLevel', { percent: written })}>
            {written}
          </button>
        }
      >
        <MenuItem onSelect={() => commands.run('fit')} shortcut={shortcut('fit')}>
          {t('fit')}
        </MenuItem>
        <MenuItem onSelect={fitWidth}>{t('fitWidth')}</MenuItem>
        {levels.map((level) => (
          <MenuItem key={level} onSelect={() => view.zoomTo(level)}>
            {format.number(level, { style: 'percent' })}
          </MenuItem>
        ))}
      </Menu>
      <IconButton
        size="sm"
        tooltipSide="top"
        label={t('zoomIn')}
        shortcut={shortcut('zoomIn')}
        icon={<Plus className="size-4" />}
        onClick={() => commands.run('zoomIn')}
      />
      <IconButton
        size="sm"
        tooltipSide="top"
        label={t('fit')}
        shortcut={shortcut('fit')}
        icon={<Maximize className="size-4" />}
        onClick={() => commands.run('fit')}
      />
    </div>
  );
}
