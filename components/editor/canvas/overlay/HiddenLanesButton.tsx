'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { EyeOff } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Popover } from '@/components/ui/Popover';
import { HiddenLaneList } from '../../lanes/HiddenLaneList';
import { useCanvas, useMapIndex } from '../CanvasContext';

/** Below the last lane, when lanes are hidden: how many, and the list from which each is shown again. */
export function HiddenLanesButton() {
  const t = useTranslations('editor.lanes');
  const canvas = useCanvas();
  const index = useMapIndex();
  const [open, setOpen] = useState(false);
  const acted = useRef(false);
  // As large on the screen as a hand needs, however far out.
  const scale = useFlowStore(({ transform }) => Math.min(4, Math.max(1, 1 / transform[2])));
  const count = index.map.hiddenLanes.length;
  if (count === 0) return null;
  const last = index.lanes.at(-1)?.box ?? index.layout.curve.box;
  const { legend } = index.layout;
  const below = last.y + last.height + 4;
  // Between the lanes and the legend; so far out that it would cover that, below it.
  const y = below + 26 * scale <= legend.box.y ? below : legend.box.y + legend.box.height + 8;
  const box = { x: last.x - 8, y, width: 160 * scale, height: 26 * scale };
  return (
    <Popover
      label={t('hidden', { count })}
      open={open}
      onOpenChange={setOpen}
      onCloseAutoFocus={(event) => {
        // The lane that was shown takes the focus, not the button.
        if (acted.current) event.preventDefault();
        acted.current = false;
      }}
      trigger={
        <button
          type="button"
          data-own-pointer
          className="map-hidden-lanes nopan"
          style={{ left: box.x, top: box.y, scale }}
          // The view follows the keyboard: the browser itself must not scroll the map.
          onFocus={() => canvas.view.reveal(box)}
        >
          <EyeOff size={14} aria-hidden="true" />
          {t('hidden', { count })}
        </button>
      }
    >
      <HiddenLaneList
        lanes={index.map.hiddenLanes}
        onShown={() => {
          acted.current = true;
          setOpen(false);
        }}
      />
    </Popover>
  );
}
