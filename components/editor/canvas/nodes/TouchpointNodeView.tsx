import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { channelSignInset, channelSignSize } from '@/lib/map/layout/touchpoints';
import { ChannelSign } from './ChannelSign';
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
  const textLeft = channelSignInset + channelSignSize + 8;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a touchpoint is not.
    <div
      {...item.props}
      role="group"
      aria-roledescription={t('touchpoint')}
      aria-label={t('touchpointName', { name, number: at.number, step: at.step })}
      className="map-item map-touchpoint"
    >
      <ChannelSign channel={touchpoint.channel} x={channelSignInset} y={8 + (20 - channelSignSize) / 2} size={channelSignSize} />
      {item.editing ? null : (
        <TextLines text={touchpoint.text} origin={box} />
      )}
    </div>
  );
});
