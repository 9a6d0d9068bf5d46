import { signDelivery } from '@/lib/sources/push/signature';

export type Delivery = {
  /** The webhook's address, or its path. */
  url: string;
  secret: string;
  messageId?: string;
  /** Seconds that its time is off. */
  off?: number;
  body: unknown;
  /** Headers in place of those that belong to it; null leaves one out. */
  headers?: Record<string, string | null>;
};

let deliveries = 0;

/** The headers and the body of a delivery, signed as Standard Webhooks says. */
export function toDelivery({ secret, messageId: id = `msg_${++deliveries}`, off = 0, body }: Omit<Delivery, 'url' | 'headers'>) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const timestamp = String(Math.floor(Date.now() / 1000) + off);
  const signature = signDelivery(key, { id, timestamp }, new TextEncoder().encode(text));
  const headers = {
    'Content-Type': 'application/json',
    ...{ 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
  };
  return { headers, text };
}
