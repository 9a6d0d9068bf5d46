import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { channelSign } from '@/lib/map/layout/channelSigns';
import { channelSignInset, channelSignSize } from '@/lib/map/layout/touchpoints';
import type { TouchpointNode } from './mapNode';
import { TextLines } from './TextLines';
import { useMapItem } from './useMapItem';

/** A touchpoint as a chip: the channel's sign, then its name. */
export const TouchpointNodeView = memo(function TouchpointNodeView({ data: { touchpoint, at } }: NodeProps<TouchpointNode>) {
  const t = useTranslations('editor.canvas');
  const reference = { type: 'touchpoint', id: touchpoint.id } as const;
  const item = useMapItem(reference);
  const { box } = touchpoint;
  const name = touchpoint.text.lines.map((line) => line.text).join(' ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a touchpoint is not.
    <div
      {...item.props}
      role="group"
      aria-roledescription={t('touchpoint')}
      aria-label={t('touchpointName', { name, number: at.number, step: at.step })}
      className="map-item map-touchpoint"
      style={{ borderRadius: Math.min(18, box.height / 2) }}
    >
      <svg
        aria-hidden="true"
        width={channelSignSize}
        height={channelSignSize}
        className="map-drawing"
        style={{ left: channelSignInset, top: (box.height - channelSignSize) / 2 }}
      >
        <path
          d={channelSign(touchpoint.channel)}
          fill="none"
          stroke="var(--evidence)"
          strokeWidth={1.25}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {item.editing ? null : <TextLines text={touchpoint.text} origin={box} />}
    </div>
  );
});
