import { POST as handler } from '@/app/api/v1/[...path]/route';
import { callRoute } from './callRoute';
import { type Delivery, toDelivery } from './delivery';

/** Sends a delivery to the route handler, as a survey tool does. */
export function deliver({ url, headers: given = {}, ...delivery }: Delivery): Promise<Response> {
  const { headers, text } = toDelivery(delivery);
  const file = new Uint8Array(new TextEncoder().encode(text));
  const { pathname } = new URL(url, 'http://localhost');
  return callRoute(handler, { method: 'POST', path: pathname, headers: { Origin: null, ...headers, ...given }, file });
}
