import { type KnownChannel, knownChannels, type Touchpoint } from '@/lib/map/touchpoint';

const isKnown = (channel: string): channel is KnownChannel => (knownChannels as readonly string[]).includes(channel);

/** A touchpoint in words: “Hotline (phone)”, or its channel alone. */
export function toTouchpointName({ name, channel }: Touchpoint, channelName: (channel: KnownChannel) => string): string {
  const said = isKnown(channel) ? channelName(channel) : channel;
  return name.trim() === '' ? said : `${name} (${said})`;
}
