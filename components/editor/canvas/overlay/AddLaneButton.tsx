'use client';

import { Plus } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { laneKinds } from '@/lib/map/lane';
import { addLaneTo } from '../../commands/addLane';
import { useCanvas } from '../CanvasContext';

/** A “+” that asks for the kind of the new lane. */
export function AddLaneButton({ after, style, quiet = false }: { after?: string; style: CSSProperties; quiet?: boolean }) {
  const t = useTranslations('editor.canvas');
  const kinds = useTranslations('canvas.laneKind');
  const canvas = useCanvas();
  return (
    <Menu
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('addLane')}
          title={t('addLane')}
          data-own-pointer
          data-keep-hover
          data-quiet={quiet}
          className="map-plus nopan"
          style={style}
        >
          <Plus aria-hidden="true" />
        </button>
      }
    >
      {laneKinds.map((kind) => (
        <MenuItem key={kind} onSelect={() => addLaneTo(canvas.context(), kind, after ? { after } : undefined)}>
          {kinds(kind)}
        </MenuItem>
      ))}
    </Menu>
  );
}
