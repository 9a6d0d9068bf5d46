import { type KnownChannel, knownChannels } from '../touchpoint';

const circle = (x: number, y: number, r: number) => `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`;

/** Signs of the channels: strokes in a square of 16 px, upper-case SVG path commands only. */
const signs: Record<KnownChannel, string> = {
  phone:
    'M5.2 2.5H3.4A1 1 0 0 0 2.4 3.6C2.9 9 7 13.1 12.4 13.6A1 1 0 0 0 13.5 12.6V10.8L10.6 9.6L9.2 11C7.4 10.2 5.8 8.6 5 6.8L6.4 5.4Z',
  web: `${circle(8, 8, 6)}M2 8H14M8 2C5 5.4 5 10.6 8 14M8 2C11 5.4 11 10.6 8 14`,
  app: 'M5.5 1.5H10.5A1.5 1.5 0 0 1 12 3V13A1.5 1.5 0 0 1 10.5 14.5H5.5A1.5 1.5 0 0 1 4 13V3A1.5 1.5 0 0 1 5.5 1.5ZM7.2 12.2H8.8',
  email:
    'M2.5 3.5H13.5A1 1 0 0 1 14.5 4.5V11.5A1 1 0 0 1 13.5 12.5H2.5A1 1 0 0 1 1.5 11.5V4.5A1 1 0 0 1 2.5 3.5ZM2 4.4L8 8.8L14 4.4',
  mail: 'M4 1.5H10L12.5 4V14.5H3.5V1.5H4ZM9.5 1.5V4.5H12.5M6 8H10M6 11H10',
  shop: 'M2 6L3.2 2.5H12.8L14 6A2 2 0 0 1 10 6A2 2 0 0 1 6 6A2 2 0 0 1 2 6ZM3.2 7.8V13.5H12.8V7.8M6.5 13.5V10.2H9.5V13.5',
  chat: 'M3.5 2.5H12.5A1 1 0 0 1 13.5 3.5V10A1 1 0 0 1 12.5 11H8L4.8 13.6V11H3.5A1 1 0 0 1 2.5 10V3.5A1 1 0 0 1 3.5 2.5ZM5.5 5.5H10.5M5.5 8H8.5',
  social: `${circle(11.7, 3.8, 1.9)}${circle(4.2, 8, 1.9)}${circle(11.7, 12.2, 1.9)}M5.9 7.1L10 4.8M5.9 8.9L10 11.2`,
  visit: `M8 14.5C8 14.5 3.4 10 3.4 6.2A4.6 4.6 0 0 1 12.6 6.2C12.6 10 8 14.5 8 14.5Z${circle(8, 6.2, 1.7)}`,
  other: `${circle(8, 8, 5.5)}M5.6 8H5.7M8 8H8.1M10.4 8H10.5`,
};

const isKnown = (channel: string): channel is KnownChannel => (knownChannels as readonly string[]).includes(channel);

/** SVG path data of a channel's sign, strokes in a square of 16 px at the origin; channels that we do not know share one sign. */
export function channelSign(channel: string): string {
  return signs[isKnown(channel) ? channel : 'other'];
}
