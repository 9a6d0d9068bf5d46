import {
  CircleDot,
  Globe,
  House,
  type LucideIcon,
  Mail,
  MessageSquare,
  Phone,
  Share2,
  Smartphone,
  Stamp,
  Store,
} from 'lucide-react';
import type { KnownChannel } from '@/lib/map/touchpoint';

const icons: Record<KnownChannel, LucideIcon> = {
  phone: Phone,
  web: Globe,
  app: Smartphone,
  email: Mail,
  mail: Stamp,
  shop: Store,
  chat: MessageSquare,
  social: Share2,
  visit: House,
  other: CircleDot,
};

const iconOf = (channel: string): LucideIcon => icons[channel as KnownChannel] ?? CircleDot;

/** The sign of a channel; any channel that is not known has the sign of “other”. */
export function ChannelSign({ channel, x, y, size }: { channel: string; x: number; y: number; size: number }) {
  const Icon = iconOf(channel);
  return (
    <Icon
      aria-hidden="true"
      width={size}
      height={size}
      strokeWidth={1.75}
      style={{ position: 'absolute', left: x, top: y, color: 'var(--map-inkSoft)' }}
    />
  );
}
