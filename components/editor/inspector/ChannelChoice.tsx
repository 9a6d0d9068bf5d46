'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { type KnownChannel, knownChannels } from '@/lib/map/touchpoint';
import { PlainTextField } from './PlainTextField';

type Props = { channel: string; disabled: boolean; onChange: (channel: string) => void };

const own = 'own';
const isKnown = (channel: string): channel is KnownChannel => (knownChannels as readonly string[]).includes(channel);

/** The channel of a touchpoint: one of the known ones, or any other word. */
export function ChannelChoice({ channel, disabled, onChange }: Props) {
  const t = useTranslations('editor.inspector');
  const names = useTranslations('canvas.channel');
  const id = useId();
  const known = isKnown(channel);
  const options = [
    ...knownChannels.map((value) => ({ value: value as string, label: names(value) })),
    { value: own, label: t('channelOwn') },
  ];
  return (
    <div className="min-w-0 flex-1 space-y-1.5">
      <Select
        id={id}
        size="sm"
        label={t('channel')}
        labelHidden
        value={known ? channel : own}
        options={options}
        disabled={disabled}
        onChange={(value) => onChange(value === own ? t('channelOwnName') : value)}
      />
      {known ? null : (
        <PlainTextField
          label={t('channelOwnLabel')}
          labelHidden
          value={channel}
          maxLength={40}
          disabled={disabled}
          onChange={(value) => value.trim() !== '' && onChange(value)}
        />
      )}
    </div>
  );
}
